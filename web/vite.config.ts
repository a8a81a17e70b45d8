import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** A view's file is named after its folder, so that its size can be told. */
function chunkName(module: string | null): string {
  return /\/views\/([^/]+)\/view\.tsx$/.exec(module ?? "")?.[1] ?? "[name]";
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
      output: { chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js` },
    },
  },
  server: { proxy: { "/api": process.env.KHALDUN_SERVER ?? "http://127.0.0.1:4477" } },
});
