import type { Find } from "./find.ts";

const LARGEST_BYTE = 255;

/** The id of an access key of AWS. Its secret can be told by its key only. */
export const findAwsKey: Find = /* @__PURE__ */ findWhere(
  /(?<![A-Za-z0-9])(?:A[KS]IA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  () => true,
);

/** An IP address of version 4: four numbers up to 255. */
export const findIpv4: Find = /* @__PURE__ */ findWhere(
  /(?<![A-Za-z0-9_.])\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9_]|\.\d)/g,
  (text) => text.split(".").every((part) => Number(part) <= LARGEST_BYTE),
);

function findWhere(pattern: RegExp, fits: (text: string) => boolean): Find {
  return (text, from) => {
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      if (fits(found[0])) return { start: found.index, end: pattern.lastIndex };
    }
    return undefined;
  };
}
