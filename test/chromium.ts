import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium: the one of KARIZ_CHROMIUM, or the one from the packages, unpacked into a folder of its own that nobody else can write. */
export async function openBrowser(): Promise<Browser> {
  // The package unpacks into the temporary folder and runs whatever lies there: it must be ours alone.
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'kariz-chromium-'))
  const { default: packaged } = await import('@sparticuz/chromium')
  // In a single process, closing one page's context ends the whole browser.
  const args = packaged.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote')
  return chromium.launch({ executablePath: process.env.KARIZ_CHROMIUM ?? (await packaged.executablePath()), args, headless: true })
}
