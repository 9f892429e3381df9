import type { ComponentProps } from 'react'
import { SelectField } from '../../../ui/fields.tsx'
import { useCounties } from './use-counties.ts'

type CountyProps = Omit<ComponentProps<typeof SelectField<string>>, 'choices'> & {
  /** Codes of the counties one may choose among; unsaid, those of the whole province. */
  readonly among?: readonly string[]
}
/** One county, by its name in the page's language. */
export function CountyField({ among, ...rest }: CountyProps) {
  const { counties } = useCounties()
  const choices = counties
    .filter(({ code }) => among === undefined || among.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }))
  return <SelectField {...rest} choices={choices} />
}
