import { expect, test } from 'vitest'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { leave, type Stage } from './driving.ts'
import { walkJourney1 } from './journey-1.ts'

test('on a phone: from two agencies’ spreadsheets to the governor’s sheet and the public pages, each step by whose it is', async () => {
  const browser = await openBrowser()
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    await walkJourney1(stage, house.house)
  } finally {
    await leave(stage, house)
    await browser.close()
  }
  expect(stage.faults).toEqual([])
})
