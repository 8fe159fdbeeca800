/* Answering: what choosing, typing and pressing do at a question. saving.js sends it. */
(() => {
  "use strict";
  const { isTyped, send, touch } = window.answers;

  const questionOf = (element) => element.closest?.(".question");
  const isText = (element) => element.matches("textarea, [type=text]");
  /* The halves of an estimate are nothing by themselves: the button uses their sum. */
  const isEstimate = (element) => Boolean(element.closest(".estimator"));

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".question button[type=submit], .question [data-again]");
    if (!button) return;
    event.preventDefault();
    send(questionOf(button).id, "again" in button.dataset ? {} : { button });
  });

  /* Typing an amount chooses it; choosing something else takes the amount away. */
  document.addEventListener("input", ({ target }) => {
    const question = questionOf(target);
    if (!question || !isText(target) || isEstimate(target)) return;
    const option = target.closest(".option--typed");
    if (option) option.querySelector("[type=radio]").checked = true;
    touch(question.id);
  });

  document.addEventListener("change", ({ target }) => {
    const question = questionOf(target);
    if (!question || isEstimate(target)) return;
    if (target.type === "radio") {
      const amount = question.querySelector(".amount input");
      if (amount && !target.closest(".option--typed")) amount.value = "";
      touch(question.id);
    }
    if (isTyped(question.id)) send(question.id);
  });

  /* Enter saves the question one is in, not the page. */
  document.addEventListener("keydown", (event) => {
    const question = questionOf(event.target);
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !question) return;
    event.preventDefault();
    if (isEstimate(event.target)) question.querySelector("[name=estimate]").click();
    else send(question.id);
  });
})();
