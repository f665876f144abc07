import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const server = process.env.LANTIAN_SERVER ?? 'http://127.0.0.1:4680';

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  // the doors of the imports map lead to the sources; the browser needs only the pure standards
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200 },
  server: { port: 4681, proxy: { '/api': server } },
});
