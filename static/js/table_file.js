/* A file fills the text that it could be pasted into; the file itself is not sent. */
(() => {
  "use strict";
  const chosen = document.getElementById("table-file-chosen");
  const text = document.getElementById(chosen.dataset.fills);
  document.getElementById("table-file").hidden = false;
  chosen.addEventListener("change", async () => {
    if (chosen.files.length) text.value = await chosen.files[0].text();
  });
})();
