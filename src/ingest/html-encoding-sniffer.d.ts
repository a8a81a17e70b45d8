/** The package ships no types of its own. */
declare module "html-encoding-sniffer" {
  function htmlEncodingSniffer(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
  export = htmlEncodingSniffer;
}
