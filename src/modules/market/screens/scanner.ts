import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { asciiDigits } from '../../../platform/persian.ts'
import { lotCodeProblem } from '../rules/lot-code.ts'

/** A scanner types faster than a thumb; what comes slower than this is not one code. */
const TOGETHER_MS = 400
/** A code that is scanned opens its lot from wherever the operator stands: a scanner types, and nobody has to look for a field first. */
export function useScanner(isOn: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!isOn) return undefined
    let [code, last] = ['', 0]
    const hear = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      const digit = asciiDigits(event.key)
      if (!/^\d$/.test(digit)) return
      code = event.timeStamp - last > TOGETHER_MS ? digit : code + digit
      last = event.timeStamp
      if (lotCodeProblem(code) !== undefined) return
      void navigate({ to: '/staff/lots', search: { code } })
      code = ''
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [isOn, navigate])
}
