// @ts-check
/** @file What the page and its worker say to each other, and what the page knows of what can be started: types alone. */

/** @typedef {{url: string, bytes: number, sha256: string}} BundleFile */
/** @typedef {{pyodide: string, files: Record<string, BundleFile>, native?: BundleFile}} StartPlan addresses are relative to these scripts; `native` is the WebAssembly as a browser keeps it in machine code */
/** @typedef {"snapshot" | "compiled" | "plain"} StartMode */
/** @typedef {{lock: object} & Partial<Record<StartMode, StartPlan>>} Bundle has its modes in the order in which they are tried; "plain", the last, is always there */

/** @typedef {"idle" | "downloading" | "starting" | "ready" | "failed"} State */
/** @typedef {"network" | "missing" | "altered" | "silent" | "worker" | "unsupported" | "broken"} Reason the page has words for each */
/** @typedef {{state: State, mode?: StartMode, reason?: Reason, detail?: string, share?: number}} Status */
/** @typedef {"recommend" | "report" | "calendar" | "contrast" | "lines" | "answers_of"} Method of the recommender: JSON in, text out */

/** @typedef {{mode: StartMode, plan: StartPlan}} Choice */
/** @typedef {{type: "start", lock: object, choices: Choice[], fresh: boolean, thrifty: boolean, likely?: string}} StartTask by the first choice if its files are here or the line is fast, else or if `thrifty` by the last one, which takes the fewest bytes; `likely` is what will be asked first, most likely */
/** @typedef {{type: "rest", plan?: StartPlan}} RestTask while nobody asks, have the files of this plan ready to use for the next visit, if there is one, and be ready for the next question */
/** @typedef {{type: "tell"}} TellTask say again how far it is */
/** @typedef {{type: "ask", id: number, method: Method, argument: string}} AskTask */
/** @typedef {StartTask | TellTask | AskTask | RestTask} Task what the page says to its worker */

/** @typedef {{type: "status", status: Status}} Progress */
/** @typedef {{type: "answer", id: number, answer: string}} Answered */
/** @typedef {{type: "refused", id: number, detail: string}} Refused the recommender cannot take it, and goes on */
/** @typedef {{type: "failed", reason: Reason, trapped: boolean, detail: string}} Failed `trapped` where it would stop at the same place again, but for the plain start */
/** @typedef {Progress | Answered | Refused | Failed} Message what the worker says to its page */

export {};
