/** Domains whose mail stays on protected networks from end to end; a subdomain counts (design decision 11). */
export const secureDomains: readonly string[] = ['gov.uk', 'nhs.net', 'police.uk', 'cjsm.net'];

/** True when what identifies a child may be sent to this address. */
export const isSecureAddress = (email: string | null): boolean => {
  const domain = email?.split('@').at(-1)?.toLowerCase() ?? '';
  return secureDomains.some((secure) => domain === secure || domain.endsWith(`.${secure}`));
};
