/* One press copies a text that has an address of its own. Without a clipboard, and where it says
   no, that address is opened instead: the text can be copied there by hand. */
(() => {
  "use strict";

  const copy = async (button) => {
    const answer = await fetch(button.dataset.copies);
    if (!answer.ok || answer.redirected) throw new Error("not to be had");
    await navigator.clipboard.writeText(await answer.text());
    document.getElementById("copied").textContent = button.dataset.copied;
  };

  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      copy(button).catch(() => window.location.assign(button.dataset.copies));
    });
  }
})();
