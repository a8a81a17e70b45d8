import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./addresses.ts";
import { createGuard } from "./guard.ts";
import { backoff, retryAfter } from "./pace.ts";

describe("addresses", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:1::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "[::1]",
    "localhost",
    "",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "[2a00:1450::1]"])(
    "%s is public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe("guard", () => {
  const guard = createGuard(["127.0.0.1:8080", "[::1]:8080"]);

  it.each([
    "http://2130706433/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://[::ffff:7f00:1]/",
    "http://127.0.0.1:8081/",
    "https://127.0.0.1/",
    "ftp://news.example/",
    "file:///etc/passwd",
    "http://me:secret@news.example/",
  ])("%s is refused", (address) =>
    expect(() => guard.check(new URL(address))).toThrow(expect.objectContaining({ code: "K130" })),
  );

  it.each(["https://news.example/", "http://8.8.8.8/", "http://127.0.0.1:8080/", "http://[::1]:8080/"])(
    "%s is let through",
    (address) => expect(() => guard.check(new URL(address))).not.toThrow(),
  );

  it("keeps a password out of the message", () => {
    expect(() => guard.check(new URL("http://me:secret@news.example/"))).toThrow(/^(?!.*secret)/);
  });

  it.each([true, false])(
    "a name that resolves to this machine is refused where the socket asks (all: %s)",
    async (all) => {
      const url = new URL("http://localhost:8080/");
      const problem = await new Promise((resolve) => guard.lookupFor(url)("localhost", { all }, resolve));
      expect(problem).toMatchObject({ code: "K130" });
    },
  );

  it("a name that is opened is resolved", async () => {
    const url = new URL("http://localhost:9/");
    const address = await new Promise((resolve) =>
      createGuard(["localhost:9"]).lookupFor(url)("localhost", {}, (_, found) => resolve(found)),
    );
    expect(["127.0.0.1", "::1"]).toContain(address);
  });
});

describe("patience", () => {
  it("doubles, spread between half and the whole", () => {
    expect(backoff(100, 0, () => 0)).toBe(50);
    expect(backoff(100, 3, () => 1)).toBe(800);
  });

  it.each([
    ["3", 3000],
    ["Tue, 05 May 2026 10:00:09 GMT", 9000],
    ["Tue, 05 May 2026 09:00:00 GMT", 0],
    ["soon", undefined],
    [undefined, undefined],
  ])("Retry-After %s", (value, expected) =>
    expect(retryAfter(value, Date.parse("2026-05-05T10:00:00Z"))).toBe(expected),
  );
});
