import { useEffect, useRef } from 'react'

const AGAIN_MS = 15_000
/** Sends what waits on this device again: at once when the network is back, and every quarter of a minute. */
export function useAgain(isWaiting: boolean, send: () => void): void {
  const sending = useRef(send)
  useEffect(() => {
    sending.current = send
  })
  useEffect(() => {
    if (!isWaiting) return
    const go = (): void => sending.current()
    const timer = setTimeout(go, AGAIN_MS)
    window.addEventListener('online', go)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
    }
  }, [isWaiting])
}
