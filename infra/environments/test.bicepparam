// A deployment to try a version on, in a test tenant, with invented people only.
using '../main.bicep'

param name = 'strategy-test'
param zoneRedundant = false
param botImage = readEnvironmentVariable('BOT_IMAGE', '')
param collectorImage = readEnvironmentVariable('COLLECTOR_IMAGE', '')
param preparing = bool(readEnvironmentVariable('PREPARING', 'false'))

param authority = 'Exampleshire County Council (test)'
param authorityId = 'exampleshire-test'

param smtpHost = 'smtp.exampleshire.gov.uk'
param smtpUser = 'strategy-test'
param smtpFrom = 'strategy.test@exampleshire.gov.uk'

param settings = {
  LOG_LEVEL: 'debug'
  STANDARD: 'practice-standards-2025'
}

param operatorEmail = 'strategy.operators@exampleshire.gov.uk'
param logRetentionDays = 30
