import { createContext, type ReactNode, use } from 'react'

/** An occupation in a county, or the county alone while none is chosen. */
export interface OccupationPlace {
  readonly countyCode: string
  readonly fieldCode: string | undefined
}
/** What rooms later on the road know of an occupation in a county. The house puts it in; whoever chooses an occupation knows none of them. */
export const BesideOccupation = createContext<(place: OccupationPlace) => ReactNode>(() => null)
/** Stands beside every choice of an occupation for a woman. */
export function OccupationNote(place: OccupationPlace) {
  return use(BesideOccupation)(place)
}
