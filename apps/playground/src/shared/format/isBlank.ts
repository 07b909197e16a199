/** Whether there is nothing to see in a text: spaces, and characters that have no looks of their own. */
export const isBlank = (text: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)
