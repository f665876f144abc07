import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const server = process.env.LANTIAN_SERVER ?? 'http://127.0.0.1:4680';

/** antd's own parts do nothing when they are only named: what a page does not use of them does not come along */
const WITHOUT_EFFECT = /node_modules\/(@rc-component|@ant-design)\//;

/** modules of these packages, of which the names are regular expressions */
const packages = (...names: string[]) => new RegExp(`/node_modules/(${names.join('|')})/`);

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  // the doors of the imports map lead to the sources; the browser needs only the pure standards
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: WITHOUT_EFFECT, sideEffects: false }] },
      output: {
        strictExecutionOrder: true,
        codeSplitting: {
          includeDependenciesRecursively: false,
          // what pages share comes in few files: sixty small ones take longer than their bytes
          groups: [
            { name: 'react', test: packages('react', 'react-dom', 'scheduler', 'react-is'), priority: 4 },
            {
              name: 'frame',
              test: packages('@tanstack/(?!.*virtual).*', 'i18next', 'react-i18next', 'dayjs'),
              priority: 3,
            },
            {
              name: 'look',
              test: packages(
                '@ant-design/.*',
                '@babel/.*',
                '@emotion/.*',
                'stylis',
                'is-mobile',
                'clsx',
                '@rc-component/(util|motion|tooltip|trigger|portal|resize-observer)',
                'antd/es/(empty|tooltip|color-picker|theme|style|config-provider|button|locale|skeleton|space|version)',
              ),
              priority: 2,
            },
            {
              name: 'controls',
              test: packages(
                '@rc-component/(select|virtual-list|overflow|input|segmented)',
                'antd/es/(select|input|segmented)',
              ),
              priority: 1,
            },
            { name: 'bits', test: packages('antd/es/_util'), minShareCount: 10 },
            { name: 'shared', test: /\/web\/(shared|app)\//, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { port: 4681, proxy: { '/api': server } },
});
