for (const form of document.querySelectorAll("form.to-line")) {
  form.addEventListener("submit", (event) => {
    const line = Number(form.elements.line.value), part = Math.ceil(line / form.dataset.lines);
    event.preventDefault();
    const path = location.pathname.replace(/\/[0-9]+(\.html)?$/, `/${part}$1`);
    location.href = `${path}#L${line}`;
  });
}
