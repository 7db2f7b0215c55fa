// Pictures of every page of a subject's own, in both languages, wide and narrow, added to the manifest of
// make screens: the folder comes by XINHENG_SCREENS.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, companyOf, enter, makeMatters, screens } from './account.mjs'
import { goTo, openPage, root, startBrowser, startRegister } from './browser.mjs'

const folder = join(root, process.env.XINHENG_SCREENS ?? 'build/screens')
const variants = [
  { language: 'zh', width: 1280 },
  { language: 'zh', width: 360 },
  { language: 'en', width: 1280 },
]
mkdirSync(folder, { recursive: true })
const list = join(folder, 'manifest.json')
const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
const manifest = known.filter(({ page }) => !page.startsWith('account-'))

const register = await startRegister()
const browser = await startBrowser()
try {
  const made = await makeMatters(register)
  for (const { language, width } of variants) {
    const page = await openPage(browser, register, { width })
    await enter(page, register, companyOf(register))
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    for (const [name, path] of Object.entries(screens)) {
      await goTo(page, addressOf(path, made))
      const file = `account-${name}-${language}-${width}.png`
      await page.screenshot({ path: join(folder, file), fullPage: true })
      manifest.push({ page: `account-${name}`, language, width, file })
    }
    await page.context().close()
  }
} finally {
  await browser.close()
  register.stop()
}
writeFileSync(list, `${JSON.stringify(manifest, null, 1)}\n`)
console.log(
  `${Object.keys(screens).length * variants.length} pictures of account pages in ${folder}`,
)
