"use strict";
const plain = (s) => s.replace(/[đĐðÐ]/g, "d").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
const rank = (texts, whole, words) => {
  if (texts.includes(whole)) return 0;
  if (texts.some((t) => t.startsWith(whole))) return 1;
  const all = " " + texts.join("  "), hits = words.filter((w) => all.includes(" " + w)).length;
  if (hits === words.length) return texts.some((t) => words.every((w) => (" " + t).includes(" " + w))) ? 2 : 3;
  return words.length > 1 && hits * 2 >= words.length ? 4 : -1;
};
const make = (parent, tag, text) => {
  const node = parent.appendChild(document.createElement(tag));
  node.textContent = text;
  return node;
};
const LAST = SEARCH.kinds.length - 1; // the vocabulary, which no document may use
const text = (new URLSearchParams(location.search).get("q") || "").trim().slice(0, 200);
const place = document.getElementById("found"), en = document.documentElement.lang === "en" ? 1 : 0;
const whole = plain(text), words = whole ? whole.split(" ") : [], found = new Map();
document.getElementById("q").value = text;
for (const [kind, path, vi, english, detail, others] of words.length ? SEARCH.rows : []) {
  const texts = [vi, english].map(plain).concat(others ? others.split("|") : []).filter(Boolean);
  const fits = rank(texts, whole, words);
  if (fits >= 0) found.set(kind, [...(found.get(kind) || []), { fits, path, name: (en && english) || vi, detail, key: texts[0] }]);
}
const some = [...found.values()].every((held) => held.every((one) => one.fits === 4));
const groups = [...found].map(([kind, all]) => {
  const held = all.filter((one) => some || one.fits < 4);
  held.sort((a, b) => a.fits - b.fits || a.key.length - b.key.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { kind, held };
}).filter((g) => g.held.length).sort((a, b) => (a.kind === LAST) - (b.kind === LAST) || a.held[0].fits - b.held[0].fits || a.kind - b.kind);
if (words.length && !groups.length) make(place, "p", place.dataset.none);
for (const { kind, held } of groups) {
  const section = place.appendChild(document.createElement("section"));
  make(make(section, "h2", SEARCH.kinds[kind][en] + " "), "small", String(held.length));
  const list = section.appendChild(document.createElement("ul"));
  for (const { path, name, detail } of held.slice(0, SEARCH.shown)) {
    const [page, mark] = path.split("#"), item = list.appendChild(document.createElement("li"));
    make(item, "a", name).href = place.dataset.root + (en ? "en/" : "") + page + ".html" + (mark ? "#" + mark : "");
    if (detail) make(item, "small", " " + detail);
  }
  if (held.length > SEARCH.shown) make(section, "p", place.dataset.more.replace("{}", held.length - SEARCH.shown));
}
