/* A page that Back takes out of the browser's memory still holds what was last typed in its
   filters, over a list that was drawn for what the address says. */
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[method=get][autocomplete=off]")) {
    const live = form.matches("[hx-get]") ? form : form.querySelector("[hx-get]");
    /* What is drawn as one types is drawn again; what is sent by a button says what is shown. */
    if (live) window.htmx.trigger(live, live === form ? "submit" : "search");
    else form.reset();
  }
});
