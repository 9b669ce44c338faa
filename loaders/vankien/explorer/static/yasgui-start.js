"use strict";
const place = document.getElementById("yasgui");
new Yasgui(place, { requestConfig: { endpoint: place.dataset.endpoint }, copyEndpointOnNewTab: false });
