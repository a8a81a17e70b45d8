/** As much of topojson-client as the map uses; the package brings no types. */
declare module "topojson-client" {
  interface Topology {
    readonly type: "Topology";
    readonly objects: Readonly<Record<string, unknown>>;
    readonly arcs: unknown;
  }
  export interface AreaObject {
    readonly properties?: { readonly name?: string };
  }
  export function feature(topology: Topology, object: unknown): object;
  export function mesh(
    topology: Topology,
    object: unknown,
    filter: (a: AreaObject, b: AreaObject) => boolean,
  ): object;
}
