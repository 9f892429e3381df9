import { useState } from 'react'

/** One attempt at a time at something outside our routes, with its refusal as it was said. */
export function useAttempt() {
  const [error, setError] = useState<Error | null>(null)
  const [isPending, setPending] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error('unknown'))
    } finally {
      setPending(false)
    }
  }
  return { attempt, error, isPending }
}
