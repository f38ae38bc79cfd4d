/** What is said of a discussion that nobody but those who take part may know of. */
export const restrictedWords =
  'Only those who take part may know of this discussion. Do not speak of it to anybody else, managers included.';
