// In a static site: shows the rows of ".rows" that carry all words of the hash (#verdict=missed&theme=economy).
(() => {
  const words = (hash) => [...new URLSearchParams(hash.slice(1))].filter(([, word]) => word);
  const rows = [...document.querySelectorAll(".rows > *")].filter((row) => Object.keys(row.dataset).length);
  if (!rows.length) return;
  const apply = () => {
    const asked = words(location.hash).filter(([name]) => rows.some((row) => name in row.dataset));
    const fits = (row) => asked.every(([name, word]) => (row.dataset[name] || "").split(" ").includes(word));
    for (const row of rows) row.hidden = !fits(row);
    for (const group of document.querySelectorAll(".rows")) group.hidden = [...group.children].every((row) => row.hidden || row.matches(".group"));
    for (const link of document.querySelectorAll("[data-param] a")) {
      const chosen = asked.length && link.hash && words(link.hash).every(([name, word]) => asked.some(([n, w]) => n === name && w === word));
      chosen ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
    const kept = document.querySelector("[data-kept]"), all = document.querySelector("[data-all]");
    if (kept) kept.textContent = asked.length ? `${rows.filter((row) => !row.hidden).length} / ${rows.length}` : "";
    if (all) all.hidden = !asked.length;
  };
  addEventListener("hashchange", apply);
  apply();
})();
