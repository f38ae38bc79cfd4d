// The service itself. Copy it for a council, and change what is Exampleshire’s.
using '../main.bicep'

param name = 'strategy-live'
param zoneRedundant = true
param botImage = readEnvironmentVariable('BOT_IMAGE', '')
param collectorImage = readEnvironmentVariable('COLLECTOR_IMAGE', '')
param preparing = bool(readEnvironmentVariable('PREPARING', 'false'))

param authority = 'Exampleshire County Council'
param authorityId = 'exampleshire'

param smtpHost = 'smtp.exampleshire.gov.uk'
param smtpUser = 'strategy'
param smtpFrom = 'strategy@exampleshire.gov.uk'

param settings = {
  STANDARD: 'practice-standards-2025'
  TELEPHONE: '01632 960 100'
  SECURE_DOMAINS: 'gov.uk,nhs.net,police.uk,cjsm.net'
}

// Set both once the certificate is there: infra/runbook.md, “A name of your own”.
param customDomain = ''
param certificateId = ''

param operatorEmail = 'strategy.operators@exampleshire.gov.uk'
