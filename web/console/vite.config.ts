import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'

// The staff console at /console/ and the subject's own pages at /account/, by the register itself; `npx vite` hands /v1 on to a register that runs.
export default defineConfig({
  base: '/console/',
  plugins: [vue(), components({ dts: false, resolvers: [ElementPlusResolver()] })],
  build: {
    target: 'es2022',
    assetsDir: '',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'account.html'] },
  },
  server: { proxy: { '/v1': process.env.XINHENG ?? 'http://127.0.0.1:8080' } },
})
