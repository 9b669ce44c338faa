document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.id === "query") e.target.form.requestSubmit();
});
for (const button of document.querySelectorAll("[data-insert]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const query = document.getElementById("query");
    if (!query.value.includes(button.dataset.insert)) query.value = button.dataset.insert + "\n" + query.value;
    query.focus();
  });
}
