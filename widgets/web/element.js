// @ts-check
/** @file The custom element around the form: where it stands on a page, the conversation with the recommender begins. */

import { Coded } from "./coded.js";
import { Conversation } from "./conversation.js";
import { whenWanted } from "./prefetch.js";
import { sharedEngine } from "./shared.js";
import { isForOthers } from "./version.js";

class GuideRecommender extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    if (isForOthers(import.meta.url)) return location.reload();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.engine = sharedEngine(String(this.dataset.bundle));
    const conversation = new Conversation(this, this.engine);
    conversation.begin(signal);
    new Coded(this, this.engine, conversation.panel).begin(signal);
    whenWanted(this, () => this.engine?.prepare(), signal);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

if (!customElements.get("guide-recommender")) customElements.define("guide-recommender", GuideRecommender);
