/** The services, in the order in which a request meets them. */
export const SERVICES = ["gateway", "risk", "pricing"] as const;

/** The name of a service, which is also the name of its log file. */
export type ServiceName = (typeof SERVICES)[number];

/** How an order can end. */
export const OUTCOMES = [
  "accepted",
  "invalid",
  "rejected",
  "pricing-failed",
  "risk-failed",
  "booking-failed",
] as const;

/** How an order ended, or is expected to end. */
export type Outcome = (typeof OUTCOMES)[number];

/** One entry that an order leaves in a log: `service level message`. */
export type EntryKey = `${ServiceName} ${string} ${string}`;

/** What an outcome means for whoever sent the order and for the three logs. */
export interface Expectation {
  /** The HTTP status of the gateway's answer. */
  readonly status: number;
  /** How the outcome is called in the report. */
  readonly title: string;
  /** Whether a service raised. */
  readonly failed: boolean;
  /** Every entry that the order leaves, each exactly once. */
  readonly entries: readonly EntryKey[];
}

const RECEIVED: readonly EntryKey[] = ["gateway DEBUG Order received"];
const CHECK_ASKED: readonly EntryKey[] = [...RECEIVED, "risk DEBUG Check received"];
const APPROVED: readonly EntryKey[] = [
  ...CHECK_ASKED,
  "risk INFO Risk approved",
  "pricing DEBUG Quote requested",
];
const QUOTED: readonly EntryKey[] = [...APPROVED, "pricing INFO Quote given"];

/** What each outcome implies, exactly: the run fails when a log says anything else. */
export const EXPECTED: Readonly<Record<Outcome, Expectation>> = {
  accepted: {
    status: 201,
    title: "accepted",
    failed: false,
    entries: [...QUOTED, "gateway INFO Order accepted"],
  },
  invalid: {
    status: 400,
    title: "invalid",
    failed: false,
    entries: [...RECEIVED, "gateway WARNING Order invalid"],
  },
  rejected: {
    status: 422,
    title: "rejected by risk",
    failed: false,
    entries: [...CHECK_ASKED, "risk WARNING Risk refused", "gateway WARNING Order rejected"],
  },
  "pricing-failed": {
    status: 502,
    title: "pricing raised",
    failed: true,
    entries: [...APPROVED, "pricing ERROR Quote failed", "gateway ERROR Order failed"],
  },
  "risk-failed": {
    status: 502,
    title: "risk raised",
    failed: true,
    entries: [...CHECK_ASKED, "risk ERROR Check failed", "gateway ERROR Order failed"],
  },
  "booking-failed": {
    status: 500,
    title: "gateway raised",
    failed: true,
    entries: [...QUOTED, "gateway CRITICAL Order lost"],
  },
};

/** What every service logs once in a run besides its orders. */
export const LIFE_MESSAGES: readonly string[] = ["INFO Service started", "INFO Service stopped"];
