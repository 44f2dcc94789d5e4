// @ts-check
/** @file Keeps what the recommender was asked until it is answered, so that another worker can be asked the same. */

/** @typedef {import("./messages.js").AskTask} AskTask */
/** @typedef {import("./messages.js").Method} Method */
/** @typedef {{task: AskTask, resolve: (text: string) => void, reject: (error: Error) => void}} Call */

export class Waiting {
  #asked = 0;
  /** @type {AskTask | undefined} the latest question; it stays, as it is asked again when a worker that had answered is replaced */
  #question;
  #isOpen = false;
  /** @type {Map<number, Call>} */
  #calls = new Map();

  /** @returns {boolean} whether anything waits for its answer */
  get any() {
    return this.#isOpen || this.#calls.size > 0;
  }

  /** @returns {boolean} whether there has been a question */
  get hasQuestion() {
    return this.#question !== undefined;
  }

  /**
   * @param {string} argument answers, as JSON
   * @returns {AskTask} a question that takes the place of the one before
   */
  ask(argument) {
    this.#isOpen = true;
    return (this.#question = this.#task("recommend", argument));
  }

  /**
   * @param {Method} method
   * @param {string} argument JSON
   * @returns {{task: AskTask, told: Promise<string>}}
   */
  call(method, argument) {
    const task = this.#task(method, argument);
    const told = new Promise((resolve, reject) => this.#calls.set(task.id, { task, resolve, reject }));
    return { task, told };
  }

  /** @returns {AskTask[]} what a new worker has to be asked */
  again() {
    const tasks = [...this.#calls.values()].map(({ task }) => task);
    if (!this.#question) return tasks;
    return [...tasks, this.ask(this.#question.argument)];
  }

  /**
   * @param {number} id of what waits no longer
   * @returns {{call: Call | undefined, isQuestion: boolean}} what it was: a call, the latest question, or one that is outdated
   */
  take(id) {
    const call = this.#calls.get(id);
    const isQuestion = id === this.#question?.id;
    this.#calls.delete(id);
    if (isQuestion) this.#isOpen = false;
    return { call, isQuestion };
  }

  /** @param {string} reason for which no call will be answered */
  refuse(reason) {
    for (const call of this.#calls.values()) call.reject(new Error(reason));
    this.#calls.clear();
  }

  /**
   * @param {Method} method
   * @param {string} argument
   * @returns {AskTask}
   */
  #task(method, argument) {
    this.#asked += 1;
    return { type: "ask", id: this.#asked, method, argument };
  }
}
