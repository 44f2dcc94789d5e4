// @ts-check
/** @file What the buttons do: lead to another screen, compare, or take something along. */

import { linkHere } from "./address.js";
import { FILES, copy, print, save, today } from "./takeaway.js";

/** @typedef {import("./conversation.js").Conversation} Conversation */

/**
 * @param {Conversation} conversation
 * @returns {Record<string, (button: HTMLElement) => void>} by the name of the button's action
 */
export function actions(conversation) {
  const { element, engine, panel, told, views } = conversation;
  const say = (/** @type {string} */ words) => () => panel.say("note", words);

  /** @param {"report" | "calendar"} method that writes it */
  function file(method) {
    const request = JSON.stringify({ answers: told.answers, date: today(), link: linkHere(element) });
    engine.call(method, request).then((text) => save(...FILES[method], text), say("not-saved"));
  }

  return {
    retry: () => engine.start(),
    result: () => panel.part("answer").scrollIntoView(),
    steps: () => views.toggle(),
    on: () => views.on(),
    back: () => views.back(),
    check: () => views.check(),
    answer: () => views.answer(),
    keep: () => conversation.keep(told.answers),
    drop: () => conversation.keep({}),
    undo: () => conversation.undo(),
    copy: () => copy(linkHere(element)).then(say("copied"), say("not-copied")),
    print: (button) => print(String(button.dataset.print)),
    json: () => save("recommendation.json", "application/json", told.latest),
    markdown: () => file("report"),
    calendar: () => file("calendar"),
  };
}
