import { useRead } from '../../../platform/client.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { listDivisions } from '../contract.ts'

/** Names of the counties in the page's language, by code. */
export function useCounties() {
  const language = useLanguage()
  const { data } = useRead(listDivisions, { level: 'county' })
  const counties = (data?.divisions ?? []).map(({ code, nameFa, nameEn }) => ({
    code,
    name: language === 'en' ? (nameEn ?? nameFa) : nameFa,
  }))
  return { counties, countyName: (code: string): string => counties.find((one) => one.code === code)?.name ?? code }
}
