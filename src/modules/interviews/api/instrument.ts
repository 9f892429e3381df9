import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/instrument.ts'
import { findInstrument, findInstrumentOn } from '../store/instrument.ts'

export const instrumentApi: readonly Handled[] = [
  handle(contract.readInstrument, async ({ tx, today }) => {
    const code = (await findInstrumentOn(tx, today)) ?? refuse('platform.not-found')
    return (await findInstrument(tx, code)) ?? refuse('platform.not-found')
  }),
]
