import { expect, test } from "vitest";
import { readClauses, shortenIds, withVectorLines } from "./clauses.ts";

const DOCUMENT = `# Title

- <a id="1.1"></a>**1.1** One MUST do this.
- <a id="1.2"></a>**1.2** One SHOULD
  do that.
  Vectors: c.old.0001
- not a clause
- <a id="1.3"></a>**1.3** One MAY.
`;

test("a clause is a list item with an anchor, and its level the strongest word in it", () => {
  expect(readClauses(DOCUMENT)).toEqual([
    { anchor: "1.1", level: "MUST" },
    { anchor: "1.2", level: "SHOULD" },
    { anchor: "1.3", level: "MAY" },
  ]);
});

test("the lines of vectors are put under the clauses and old ones go", () => {
  const ids = new Map([
    ["1.1", ["c.num.0002", "c.num.0001", "c.num.0004"]],
    ["1.2", ["v.top.0001"]],
  ]);
  const written = withVectorLines(DOCUMENT, (anchor) => ids.get(anchor) ?? []);

  expect(written).toBe(`# Title

- <a id="1.1"></a>**1.1** One MUST do this.
  Vectors: c.num.0001-0002, c.num.0004
- <a id="1.2"></a>**1.2** One SHOULD
  do that.
  Vectors: v.top.0001
- not a clause
- <a id="1.3"></a>**1.3** One MAY.
`);
  expect(withVectorLines(written, (anchor) => ids.get(anchor) ?? [])).toBe(written);
});

test("ids in a row are shortened within their area only", () => {
  expect(shortenIds(["b.x.0001", "a.x.0009", "a.x.0010", "b.x.0002", "b.x.0004"])).toBe("a.x.0009-0010, b.x.0001-0002, b.x.0004");
});
