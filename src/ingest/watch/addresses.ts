import { BlockList, isIP } from "node:net";

/** Ranges that lead to no public server: IANA's registries of special-purpose addresses, IPv4 and IPv6. */
const SPECIAL_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Only 2000::/3 is given out; within it these are documentation, benchmarks, Teredo, ORCHID and 6to4. */
const GLOBAL_V6 = "2000::/3";
const SPECIAL_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const specialV4 = blockList(SPECIAL_V4, "ipv4");
const globalV6 = blockList([GLOBAL_V6], "ipv6");
const specialV6 = blockList(SPECIAL_V6, "ipv6");

/**
 * Whether an IP address is one of a public server. An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4,
 * Teredo) is not global itself and is refused with it. Anything that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return !specialV4.check(bare, "ipv4");
  return family === 6 && globalV6.check(bare, "ipv6") && !specialV6.check(bare, "ipv6");
}

function blockList(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [start, bits] = range.split("/") as [string, string];
    list.addSubnet(start, Number(bits), family);
  }
  return list;
}
