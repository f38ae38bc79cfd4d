/** Colours: as the computer asks, or as chosen here. The choice is kept in this browser. */
const key = 'rehearsal-colours';
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)');

const resolve = (choice) => {
  if (choice !== 'system') return choice;
  return contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
};

export const followTheme = (select) => {
  const apply = () => {
    document.documentElement.dataset.theme = resolve(select.value);
  };
  select.value = localStorage.getItem(key) ?? 'system';
  select.addEventListener('change', () => {
    localStorage.setItem(key, select.value);
    apply();
  });
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  apply();
};
