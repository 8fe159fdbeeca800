/* Buttons that copy an address they hold. Where the browser has no clipboard they stay hidden;
   where it says no, the address is opened, and can be copied there by hand. */
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  document.documentElement.classList.add("can-copy");

  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-copy]");
    if (button) copy(button).catch(() => window.location.assign(button.dataset.copy));
  });
})();
