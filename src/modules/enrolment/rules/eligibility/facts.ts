import type { GroundClass } from '../../../plan/contract.ts'
import type { SupportSource, SupportStatus } from '../../contract/support.ts'

/** A dated parameter as a rule uses it: its value and the letter it rests on. */
export interface Used<Value> {
  readonly id: string
  readonly value: Value
  readonly letterNumber: string
  readonly letterDate: string
}
export interface Bounds {
  readonly from: number
  readonly to: number
}
/** All that eligibility may look at. Scores, income, who knows whom: none of it is here, and none may be added (roles.md §3.11, §4). */
export interface Facts {
  readonly day: string
  readonly hasConsented: boolean
  /** The day she was admitted, while she stands in line; null before, and once she has left. */
  readonly admittedOn: string | null
  readonly isPilotCounty: boolean
  readonly bornOn: string | null
  readonly ground: {
    readonly groundClass: GroundClass
    readonly isVerified: boolean
    readonly validFrom: string
    readonly validTo: string | null
    readonly endedOn: string | null
  } | null
  /** Whether an insurance is paid for her; null when nobody has told. */
  readonly insured: { readonly isInsured: boolean; readonly source: 'her-word' | 'document' } | null
  /** What each support body last said of her; a body that has said nothing is not in the list. */
  readonly support: readonly {
    readonly organisationId: string
    readonly status: SupportStatus
    readonly source: SupportSource
    readonly letterNumber: string | null
  }[]
  /** Support bodies of her county that have to have spoken. */
  readonly supportBodies: readonly string[]
  readonly ageBounds: Used<Readonly<Record<GroundClass, Bounds>>>
  readonly coveredPolicy: Used<'exclude' | 'admit-and-count-apart'>
  readonly insuranceBan: Used<boolean>
}
