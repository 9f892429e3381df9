import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium: the one of KARIZ_CHROMIUM, or the one from the packages, unpacked into a folder of its own that nobody else can write. */
export async function openBrowser(): Promise<Browser> {
  const before = process.env.TMPDIR
  // The package unpacks into the temporary folder and runs whatever lies there: it must be ours alone. Whoever comes after has the usual one again.
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'kariz-chromium-'))
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    // In a single process, closing one page's context ends the whole browser.
    const args = packaged.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote')
    return await chromium.launch({ executablePath: process.env.KARIZ_CHROMIUM ?? (await packaged.executablePath()), args, headless: true })
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
