// In a static site what is chosen stands after the #: #verdict=missed hides the rows with another data-verdict.
(() => {
  const words = (hash) => [...new URLSearchParams(hash.slice(1))].filter(([, word]) => word);
  const lists = [...document.querySelectorAll("[data-rows]")];
  const rows = lists.flatMap((list) => [...list.children]).filter((row) => !row.matches(".group"));
  const fits = (row, asked) => asked.every(([key, word]) => !(key in row.dataset) || row.dataset[key].split(" ").includes(word));
  const apply = () => {
    const asked = words(location.hash).filter(([key]) => rows.some((row) => key in row.dataset));
    for (const row of rows) row.hidden = !fits(row, asked);
    for (const list of lists) list.hidden = ![...list.children].some((row) => !row.hidden && !row.matches(".group"));
    for (const group of document.querySelectorAll("[data-groups] > *")) {
      if (group.querySelector("[data-rows]")) group.hidden = !group.querySelector("[data-rows]:not([hidden])");
    }
    for (const link of document.querySelectorAll("[data-param] a[href*='#']")) {
      const own = words(link.hash), on = own.length && own.every(([k, w]) => asked.some(([key, word]) => k === key && w === word));
      on ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
    const kept = document.querySelector("[data-kept]"), all = document.querySelector("[data-all]");
    if (kept) kept.textContent = asked.length ? `${rows.filter((row) => !row.hidden).length} / ${rows.length}` : "";
    if (all) all.hidden = !asked.length;
  };
  if (!rows.length || !document.querySelector("[data-static]")) return;
  addEventListener("hashchange", apply);
  apply();
})();
