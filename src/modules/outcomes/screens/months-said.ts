import { digits, jalaliMonthNames } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** Says a month of the Jalali year by its name: «آبان ۱۴۰۵». */
export function useMonthSaid(): (month: string) => string {
  const language = useLanguage()
  return (month) => `${jalaliMonthNames(language)[Number(month.slice(5)) - 1] ?? ''} ${digits(month.slice(0, 4), language)}`
}
