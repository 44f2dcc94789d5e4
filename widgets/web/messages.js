// @ts-check
/** @file What the page and its worker say to each other, and what the page knows of what can be started: types alone. */

/** @typedef {{url: string, bytes: number, sha256: string}} BundleFile */
/** @typedef {{pyodide: string, files: Record<string, BundleFile>}} StartPlan addresses are relative to these scripts */
/** @typedef {"snapshot" | "compiled" | "plain"} StartMode */
/** @typedef {{lock: object} & Partial<Record<StartMode, StartPlan>>} Bundle has its modes in the order in which they are tried; "plain", the last, is always there */

/** @typedef {"idle" | "downloading" | "starting" | "ready" | "failed"} State */
/** @typedef {"network" | "missing" | "altered" | "silent" | "worker" | "unsupported" | "broken"} Reason the page has words for each */
/** @typedef {{state: State, mode?: StartMode, reason?: Reason, detail?: string, share?: number}} Status */
/** @typedef {"recommend" | "report" | "calendar" | "contrast" | "lines" | "answers_of"} Method of the recommender: JSON in, text out */

/** @typedef {{type: "start", lock: object, mode: StartMode, plan: StartPlan, fresh: boolean, likely?: string}} StartTask `likely` is what will be asked first, most likely */
/** @typedef {{type: "tell"}} TellTask say again how far it is */
/** @typedef {{type: "ask", id: number, method: Method, argument: string}} AskTask */
/** @typedef {StartTask | TellTask | AskTask} Task what the page says to its worker */

/** @typedef {{type: "status", status: Status}} Progress */
/** @typedef {{type: "answer", id: number, answer: string}} Answered */
/** @typedef {{type: "refused", id: number, detail: string}} Refused the recommender cannot take it, and goes on */
/** @typedef {{type: "failed", reason: Reason, trapped: boolean, detail: string}} Failed `trapped` where it would stop at the same place again, but for the plain start */
/** @typedef {Progress | Answered | Refused | Failed} Message what the worker says to its page */

export {};
