import { useSelf } from '../../../access/screens/self.tsx'

/** Where an obstacle being told lies on this device, for the assignment one acts in; emptied when it has arrived and when the session ends. */
export const useShelf = (): string => `kariz-obstacle/${useSelf()?.current ?? ''}`
/** Whether one that was ended lies there and waits for a network: read as text, so that the menu of every page carries no form for it. */
export const isWaitingOn = (shelf: string): boolean => sessionStorage.getItem(shelf)?.includes('"isReady":true') === true
