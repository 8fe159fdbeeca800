/* Saving as one answers is htmx's. This is what it leaves open: to say so when nothing was
   saved, to hold a page until everything is sent, and small courtesies while typing. */
(() => {
  "use strict";
  const sent = new WeakMap();
  const pending = new Map();
  const unsaved = new Set();
  let leaving = false;
  let goingTo = null;

  const questionOf = (element) => element.closest?.(".question");
  const template = (name) => document.getElementById(name).content.cloneNode(true);
  const status = (id) => document.querySelector(`#${CSS.escape(id)} .status`);

  /* An error page, a log-in page or silence: no answer of ours. */
  const reason = (xhr) => {
    if (xhr.status === 0) return "unsaved-offline";
    if (xhr.status === 404) return "unsaved-gone";
    return xhr.status < 400 ? "unsaved-signed-out" : "unsaved-refused";
  };

  const explain = (id, name) => {
    document.querySelector(`#${CSS.escape(id)} .said`)?.replaceChildren(template(name));
    status(id)?.replaceChildren(template("unsaved-status"));
  };

  const again = (id) => window.htmx.trigger(document.getElementById(id), "change");

  /* A button that has done its work may be gone, and the keyboard's place with it. */
  const stay = (id, element) => {
    if (element.tagName !== "BUTTON" || document.activeElement !== document.body) return;
    const question = document.getElementById(id);
    const amount = element.name === "estimate" && question?.querySelector(".amount input");
    (amount || question)?.focus();
  };

  const settle = (id) => {
    const left = (pending.get(id) ?? 1) - 1;
    if (left > 0) pending.set(id, left);
    else pending.delete(id);
    if (goingTo && !pending.size) {
      const address = goingTo;
      goingTo = null;
      if (!unsaved.size) window.location.assign(address);
    }
  };

  document.addEventListener("htmx:configRequest", (event) => {
    /* Signing in again in another tab changes the token that this page was made with. */
    const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    if (token) event.detail.headers["X-CSRFToken"] = token[1];
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, xhr } = event.detail;
    const id = questionOf(elt)?.id;
    if (!id) return;
    /* Its answer may take the element itself out of the page. */
    sent.set(xhr, { id, elt });
    pending.set(id, (pending.get(id) ?? 0) + 1);
    status(id)?.replaceChildren(template("saving-status"));
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { xhr } = event.detail;
    if (!sent.has(xhr)) return;
    const { id, elt } = sent.get(xhr);
    const ours = xhr.getResponseHeader("HX-Trigger")?.includes("questionnaire:answered");
    if (ours && xhr.status < 400) unsaved.delete(id);
    else unsaved.add(id);
    if (!ours) explain(id, reason(xhr));
    stay(id, elt);
    settle(id);
  });

  document.addEventListener("click", (event) => {
    const { target } = event;
    if (target.closest("[data-again]")) {
      again(questionOf(target).id);
      return;
    }
    const link = target.closest("a[href]");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain && pending.size && link.target !== "_blank") {
      event.preventDefault();
      goingTo = link.href;
    }
  });

  window.addEventListener("online", () => unsaved.forEach(again));
  document.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved.size || pending.size)) event.preventDefault();
  });

  /* Typing an amount chooses it; choosing something else takes the amount away. */
  document.addEventListener("input", (event) => {
    const option = event.target.closest(".option--typed");
    if (option && event.target.closest(".amount")) option.querySelector("[type=radio]").checked = true;
  });
  document.addEventListener("change", (event) => {
    const question = questionOf(event.target);
    if (event.target.type !== "radio" || !question) return;
    const amount = question.querySelector(".amount input");
    if (amount && !event.target.closest(".option--typed")) amount.value = "";
  }, { capture: true });

  /* Enter saves the question one is in, not the page. */
  document.addEventListener("keydown", (event) => {
    const question = questionOf(event.target);
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !question) return;
    event.preventDefault();
    const sum = event.target.closest(".estimator")?.querySelector("[name=estimate]");
    if (sum) sum.click();
    else again(question.id);
  });
})();
