// In a static site what is chosen stands after the #: #kind=values hides the rows of other kinds (data-kind).
const filterRows = () => {
  const chosen = [...new URLSearchParams(location.hash.slice(1))].filter(([, value]) => value);
  for (const row of document.querySelectorAll("[data-rows] > *")) {
    row.hidden = chosen.some(([key, value]) => key in row.dataset && !row.dataset[key].split(" ").includes(value));
  }
  for (const group of document.querySelectorAll("[data-groups] > *")) {
    group.hidden = !group.querySelector("[data-rows] > :not([hidden])");
  }
  for (const link of document.querySelectorAll(".tags a")) {
    if (link.hash.includes("=")) link.toggleAttribute("aria-current", link.hash === location.hash);
  }
};
if (document.querySelector("[data-rows]")) {
  addEventListener("hashchange", filterRows);
  filterRows();
}
