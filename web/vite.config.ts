import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** A view's file is named after its folder, so that its size can be told. */
function chunkName(module: string | null): string {
  return /\/views\/([^/]+)\/view\.tsx$/.exec(module ?? "")?.[1] ?? "[name]";
}

/** What most visits open first is fetched with the page itself, and not only once the page's own code has run. */
const preloadHome: Plugin = {
  name: "preload-home",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const home = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/views/today/view.tsx"));
      const needed = chunks.filter(
        ({ fileName }) => fileName === home?.fileName || home?.imports.includes(fileName),
      );
      const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      return [
        ...needed.map(({ fileName }) => ({ href: `/${fileName}`, rel: "modulepreload" })),
        ...styles.map((fileName) => ({ href: `/${fileName}`, rel: "preload", as: "style" })),
      ]
        .filter(({ href }) => !html.includes(href))
        .map((attributes) => ({
          tag: "link",
          attrs: { ...attributes, crossorigin: true },
          injectTo: "head",
        }));
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadHome],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // The server's content security policy allows no inline code and no data: but images.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js`,
        // What views share is small: one file of it comes sooner than twenty.
        codeSplitting: {
          groups: [{ name: "shared", test: /\/web\/src\/(parts|api|shell)\//, minShareCount: 2 }],
        },
      },
    },
  },
  server: { proxy: { "/api": process.env.KHALDUN_SERVER ?? "http://127.0.0.1:4477" } },
});
