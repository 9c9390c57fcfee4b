// Made by `npm run sdk` from the OpenAPI document of the server. Do not edit.

export interface paths {
    "/api/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the business looks and speaks.
         * @description Open to everyone.
         */
        get: operations["getBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is for sale, with the lowest price of each product in one currency.
         * @description Open to everyone.
         */
        get: operations["getCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product with its plans, options, add-ons and their prices in one currency.
         * @description Open to everyone.
         */
        get: operations["getCatalogProductsBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is open, per currency, by how late it is.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleAgeing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened, newest first.
         * @description For staff who may `audit.facts.read`.
         */
        get: operations["getConsoleAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the chain of facts ends.
         * @description For staff who may `audit.facts.read`.
         */
        get: operations["getConsoleAuditChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/billing-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the business invoices: who sells, under which terms, and what happens around the due date.
         * @description For staff who may `billing.settings.manage`.
         */
        get: operations["getConsoleBillingSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/billing-settings/dunning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what happens around the due date.
         * @description For staff who may `billing.settings.manage`. Send `If-Match` with the version you saw.
         */
        put: operations["putConsoleBillingSettingsDunning"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/billing-settings/invoicing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the terms of invoices: due days, numbers, credit, tax.
         * @description For staff who may `billing.settings.manage`. Send `If-Match` with the version you saw.
         */
        put: operations["putConsoleBillingSettingsInvoicing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/billing-settings/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change who sells.
         * @description For staff who may `billing.settings.manage`. Send `If-Match` with the version you saw.
         */
        put: operations["putConsoleBillingSettingsSeller"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole catalog as the staff keep it, hidden and archived things included.
         * @description For staff who may `catalog.read`.
         */
        get: operations["getConsoleCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/addons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an add-on, with its prices.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogAddons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/addons/{addon}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an add-on or its prices, archive it or bring it back.
         * @description For staff who may `catalog.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleCatalogAddonsByAddon"];
        trace?: never;
    };
    "/api/console/catalog/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a group of products.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a group, archive it or bring it back.
         * @description For staff who may `catalog.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleCatalogGroupsByGroup"];
        trace?: never;
    };
    "/api/console/catalog/options/{option}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an option or its choices, archive it or bring it back.
         * @description For staff who may `catalog.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleCatalogOptionsByOption"];
        trace?: never;
    };
    "/api/console/catalog/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a plan or its prices, archive it or bring it back.
         * @description For staff who may `catalog.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleCatalogPlansByPlan"];
        trace?: never;
    };
    "/api/console/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a product to a group.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product with everything about it that can be edited.
         * @description For staff who may `catalog.read`.
         */
        get: operations["getConsoleCatalogProductsByProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a product, archive it or bring it back.
         * @description For staff who may `catalog.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleCatalogProductsByProduct"];
        trace?: never;
    };
    "/api/console/catalog/products/{product}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an option to a product, with its choices and their prices.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogProductsByProductOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/products/{product}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a plan to a product, with its prices.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogProductsByProductPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/catalog/products/{product}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how many are left, unless that changed since you looked.
         * @description For staff who may `catalog.change`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleCatalogProductsByProductStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients by name.
         * @description For staff who may `organizations.clients.read`.
         */
        get: operations["getConsoleClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/clients/{organization}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client: details, relatives and people.
         * @description For staff who may `organizations.clients.read`.
         */
        get: operations["getConsoleClientsByOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the details of a client.
         * @description For staff who may `organizations.clients.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleClientsByOrganization"];
        trace?: never;
    };
    "/api/console/clients/{organization}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload the bytes of a file, to attach it to an answer or note for this client within a day.
         * @description For staff who may `support.tickets.work`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleClientsByOrganizationUploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoices of all clients, newest first.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleInvoices"];
        put?: never;
        /**
         * Issue an invoice written by hand.
         * @description For staff who may `billing.invoices.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices/{invoice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice as staff see it.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleInvoicesByInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices/{invoice}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay an invoice from the client's credit.
         * @description For staff who may `billing.credit.use`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleInvoicesByInvoiceCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices/{invoice}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice as a PDF.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleInvoicesByInvoiceDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices/{invoice}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invoice back; what was paid on it becomes credit.
         * @description For staff who may `billing.invoices.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleInvoicesByInvoiceVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/invoices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invoice with these lines would amount to.
         * @description For staff who may `billing.invoices.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleInvoicesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles, those edited last first; archived ones only when asked for.
         * @description For staff who may `knowledge.read`.
         */
        get: operations["getConsoleKnowledgeArticles"];
        put?: never;
        /**
         * Begin an article, as a draft.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleKnowledgeArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article as staff keep it, with its versions and what readers said.
         * @description For staff who may `knowledge.read`.
         */
        get: operations["getConsoleKnowledgeArticlesByArticle"];
        put?: never;
        post?: never;
        /**
         * Delete an article that was never published.
         * @description For staff who may `knowledge.write`.
         */
        delete: operations["deleteConsoleKnowledgeArticlesByArticle"];
        options?: never;
        head?: never;
        /**
         * Change an article; readers get the change when it is published.
         * @description For staff who may `knowledge.write`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleKnowledgeArticlesByArticle"];
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an article away; nobody is shown it.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`. Send `If-Match` with the version you saw.
         */
        post: operations["postConsoleKnowledgeArticlesByArticleArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give readers the article as it is now, and keep it as a version.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`. Send `If-Match` with the version you saw.
         */
        post: operations["postConsoleKnowledgeArticlesByArticlePublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft of an archived article.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`. Send `If-Match` with the version you saw.
         */
        post: operations["postConsoleKnowledgeArticlesByArticleReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an article from its readers; it becomes a draft.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`. Send `If-Match` with the version you saw.
         */
        post: operations["postConsoleKnowledgeArticlesByArticleUnpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was published as one version.
         * @description For staff who may `knowledge.read`.
         */
        get: operations["getConsoleKnowledgeArticlesByArticleVersionsByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/articles/{article}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the text of an earlier version what is worked on; readers get it when it is published.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`. Send `If-Match` with the version you saw.
         */
        post: operations["postConsoleKnowledgeArticlesByArticleVersionsByNumberRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every category in its order.
         * @description For staff who may `knowledge.read`.
         */
        get: operations["getConsoleKnowledgeCategories"];
        /**
         * Put the categories into a new order.
         * @description For staff who may `knowledge.write`.
         */
        put: operations["putConsoleKnowledgeCategories"];
        /**
         * Add a category after the others.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleKnowledgeCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/categories/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a category that has no articles.
         * @description For staff who may `knowledge.write`.
         */
        delete: operations["deleteConsoleKnowledgeCategoriesByCategory"];
        options?: never;
        head?: never;
        /**
         * Change a category.
         * @description For staff who may `knowledge.write`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleKnowledgeCategoriesByCategory"];
        trace?: never;
    };
    "/api/console/knowledge/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people did not find, whether articles spared tickets, and what readers said.
         * @description For staff who may `knowledge.read`.
         */
        get: operations["getConsoleKnowledgeInsights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/misses/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a search off the list of those that found nothing.
         * @description For staff who may `knowledge.write`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleKnowledgeMissesForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/knowledge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Markdown as readers will see it.
         * @description For staff who may `knowledge.read`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleKnowledgePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orders of all clients, latest first.
         * @description For staff who may `orders.read`.
         */
        get: operations["getConsoleOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with its client.
         * @description For staff who may `orders.read`.
         */
        get: operations["getConsoleOrdersByOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/orders/{order}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an order go on before it is paid.
         * @description For staff who may `orders.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleOrdersByOrderAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/orders/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order that is not fulfilled; money that was paid is returned separately.
         * @description For staff who may `orders.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleOrdersByOrderCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every mail and what became of it.
         * @description For staff who may `notifications.outbox.read`.
         */
        get: operations["getConsoleOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/outbox/{mail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail as it was sent.
         * @description For staff who may `notifications.outbox.read`.
         */
        get: operations["getConsoleOutboxByMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/outbox/{mail}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed mail again.
         * @description For staff who may `notifications.outbox.retry`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleOutboxByMailRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payment-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tries to pay, newest first.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsolePaymentAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payment-attempts/{attempt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One try to pay, with what the gateway has told of it.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsolePaymentAttemptsByAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payment-attempts/{attempt}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a payment that was not made yet.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsolePaymentAttemptsByAttemptCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payment-attempts/{attempt}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the gateway now what became of a payment.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsolePaymentAttemptsByAttemptCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that arrived, newest first.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsolePayments"];
        put?: never;
        /**
         * Record money that was received for an invoice by other ways.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsolePayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payments/{payment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One arrival of money.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsolePaymentsByPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payments/{payment}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a payment back through its gateway.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsolePaymentsByPaymentRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/payments/{payment}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that money has gone back to its sender by other ways.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsolePaymentsByPaymentTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connected vendors, without their secrets.
         * @description For staff who may `provisioning.instance.read`.
         */
        get: operations["getConsoleProvisioningConnections"];
        put?: never;
        /**
         * Connect a vendor.
         * @description For staff who may `provisioning.connection.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleProvisioningConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a connection, archive it or bring it back.
         * @description For staff who may `provisioning.connection.manage`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleProvisioningConnectionsByConnection"];
        trace?: never;
    };
    "/api/console/provisioning/connections/{connection}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the vendor for its plans; also shows whether it can be reached.
         * @description For staff who may `provisioning.connection.manage`.
         */
        get: operations["getConsoleProvisioningConnectionsByConnectionPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of vendors that can be connected.
         * @description For staff who may `provisioning.instance.read`.
         */
        get: operations["getConsoleProvisioningDrivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person has to do for services, the longest waiting first.
         * @description For staff who may `provisioning.instance.read`.
         */
        get: operations["getConsoleProvisioningTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One task.
         * @description For staff who may `provisioning.instance.read`.
         */
        get: operations["getConsoleProvisioningTasksByTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks/{task}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that it is done, with what the client is to know.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleProvisioningTasksByTaskComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks/{task}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that it cannot be done, and why.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleProvisioningTasksByTaskFail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks/{task}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a task back for somebody else.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleProvisioningTasksByTaskRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/provisioning/tasks/{task}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a task on.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleProvisioningTasksByTaskTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/receipts/{receipt}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt (kwitansi) as a PDF.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleReceiptsByReceiptDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find clients and their things by a few letters.
         * @description For staff who may `home.search.everything`.
         */
        get: operations["getConsoleSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The services of all clients or of one, newest first.
         * @description For staff who may `services.service.read`.
         */
        get: operations["getConsoleServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One service as the staff see it.
         * @description For staff who may `services.service.read`.
         */
        get: operations["getConsoleServicesByService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a service that waits for its payment.
         * @description For staff who may `services.service.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a service.
         * @description For staff who may `services.service.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a scheduled cancellation back.
         * @description For staff who may `services.service.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceKeep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one reason for the hold away.
         * @description For staff who may `services.service.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The technical side of a service with the log of what was asked of its vendor.
         * @description For staff who may `provisioning.instance.read`.
         */
        get: operations["getConsoleServicesByServiceProvisioning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/provisioning/mark-as-done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the service is as it should be, whatever its vendor answered.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceProvisioningMarkAsDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/provisioning/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the vendor again at once, with the count of tries begun anew.
         * @description For staff who may `provisioning.instance.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceProvisioningRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/services/{service}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a service on hold.
         * @description For staff who may `services.service.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleServicesByServiceSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All settings of the business with their values.
         * @description For staff who may `kernel.settings.read`.
         */
        get: operations["getConsoleSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One setting.
         * @description For staff who may `kernel.settings.read`.
         */
        get: operations["getConsoleSettingsByKey"];
        /**
         * Set one setting as a whole.
         * @description For staff who may `kernel.settings.manage`. Send `If-Match` with the version you saw.
         */
        put: operations["putConsoleSettingsByKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The staff and their roles.
         * @description For staff who may `identity.staff.read`.
         */
        get: operations["getConsoleStaff"];
        put?: never;
        /**
         * Take somebody onto the staff.
         * @description For staff who may `identity.staff.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/staff/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody off the staff; their sessions end.
         * @description For staff who may `identity.staff.manage`.
         */
        delete: operations["deleteConsoleStaffByPerson"];
        options?: never;
        head?: never;
        /**
         * Change the roles of a staff member.
         * @description For staff who may `identity.staff.manage`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleStaffByPerson"];
        trace?: never;
    };
    "/api/console/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a new version of the terms in force.
         * @description For staff who may `orders.terms.publish`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/ticket-queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where tickets wait, by topic.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/ticket-queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a queue (version 0) or change one.
         * @description For staff who may `support.queues.manage`. Send `If-Match` with the version you saw.
         */
        put: operations["putConsoleTicketQueuesByQueue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets of all clients.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTickets"];
        put?: never;
        /**
         * Open a ticket for a client.
         * @description For staff who may `support.tickets.work`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A ticket with its latest messages and notes.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsByTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the status, priority, kind, queue, assignee or links of a ticket.
         * @description For staff who may `support.tickets.work`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchConsoleTicketsByTicket"];
        trace?: never;
    };
    "/api/console/tickets/{ticket}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a ticket.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsByTicketFilesByFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/{ticket}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earlier messages and notes of a ticket.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsByTicketMessages"];
        put?: never;
        /**
         * Answer a client.
         * @description For staff who may `support.tickets.work`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTicketsByTicketMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/{ticket}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a note that only staff read.
         * @description For staff who may `support.tickets.work`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTicketsByTicketNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/{ticket}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that staff have read the ticket as it is.
         * @description For staff who may `support.tickets.work`.
         */
        put: operations["putConsoleTicketsByTicketRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who work on tickets.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a new ticket can be about.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/tickets/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for staff, counted up to 100.
         * @description For staff who may `support.tickets.read`.
         */
        get: operations["getConsoleTicketsWorkload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for staff at this moment.
         * @description For staff who may `home.today.read`.
         */
        get: operations["getConsoleToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bank transfers that clients have reported, newest first.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsoleTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/transfers/{transfer}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that a transfer has arrived, with the sum that was received.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTransfersByTransferApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/transfers/{transfer}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a transfer was not found, and why.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleTransfersByTransferReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/unmatched-money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that nothing asked for, newest first.
         * @description For staff who may `payments.payment.read`.
         */
        get: operations["getConsoleUnmatchedMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/unmatched-money/{unmatched}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide what becomes of money that nothing asked for.
         * @description For staff who may `payments.payment.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postConsoleUnmatchedMoneyByUnmatchedResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/upcoming-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is going to be invoiced next, and when.
         * @description For staff who may `billing.invoices.read`.
         */
        get: operations["getConsoleUpcomingRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation with its mailed link.
         * @description For whoever is signed in. Send an `Idempotency-Key`.
         */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories of the knowledge base, and the articles opened most and published last.
         * @description Open to everyone.
         */
        get: operations["getKnowledgeByLocale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article, in the language asked for or the one it is written in.
         * @description Open to everyone.
         */
        get: operations["getKnowledgeByLocaleArticlesByArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}/articles/{article}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether an article helped; a later answer replaces an earlier one.
         * @description Open to everyone.
         */
        put: operations["putKnowledgeByLocaleArticlesByArticleFeedback"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}/articles/{article}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count that an article was opened, without who opened it.
         * @description Open to everyone.
         */
        post: operations["postKnowledgeByLocaleArticlesByArticleOpenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}/categories/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One category and its articles.
         * @description Open to everyone.
         */
        get: operations["getKnowledgeByLocaleCategoriesByCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{locale}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the articles. Searches without result are counted, without who searched.
         * @description Open to everyone.
         */
        get: operations["getKnowledgeByLocaleSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your profile and preferences.
         * @description For whoever is signed in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your profile and preferences.
         * @description For whoever is signed in. Send `If-Match` with the version you saw.
         */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/api/me/knowledge/askings/{asking}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Note that suggestions were shown beside a new ticket, and whether one was opened.
         * @description For whoever is signed in.
         */
        put: operations["putMeKnowledgeAskingsByAsking"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/knowledge/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that may answer what you are writing.
         * @description For whoever is signed in.
         */
        get: operations["getMeKnowledgeSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/message-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you are told, by topic and channel.
         * @description For whoever is signed in.
         */
        get: operations["getMeMessagePreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/message-preferences/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Want or refuse a topic on one channel.
         * @description For whoever is signed in.
         */
        put: operations["putMeMessagePreferencesByTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your notices, newest first.
         * @description For whoever is signed in.
         */
        get: operations["getMeNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark notices as read.
         * @description For whoever is signed in.
         */
        put: operations["putMeNoticesRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password; every other device is signed out.
         * @description For whoever is signed in.
         */
        put: operations["putMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The devices you are signed in on.
         * @description For whoever is signed in.
         */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        /**
         * Sign every other device out.
         * @description For whoever is signed in.
         */
        delete: operations["deleteMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign one device out.
         * @description For whoever is signed in.
         */
        delete: operations["deleteMeSessionsBySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How an order stands, for whoever has its number and security code.
         * @description Open to everyone.
         */
        post: operations["postOrderStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an organization and become its owner.
         * @description For whoever is signed in. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The details of an organization.
         * @description For members who may `organizations.organization.read`.
         */
        get: operations["getOrganizationsByOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the details of an organization.
         * @description For members who may `organizations.organization.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchOrganizationsByOrganization"];
        trace?: never;
    };
    "/api/organizations/{organization}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in an organization, newest first.
         * @description For members who may `audit.facts.read`.
         */
        get: operations["getOrganizationsActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was owed, and the credit there was, at the end of a day.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/billing-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the organization owes and has as credit, per currency.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsBillingSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The credit of the organization, and how it came and went.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything the first page of the portal shows.
         * @description For members who may `home.dashboard.read`.
         */
        get: operations["getOrganizationsDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The open invitations of an organization.
         * @description For members who may `organizations.members.manage`.
         */
        get: operations["getOrganizationsInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail.
         * @description For members who may `organizations.members.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an open invitation.
         * @description For members who may `organizations.members.manage`.
         */
        delete: operations["deleteOrganizationsInvitationsByInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoices of an organization, newest first.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice: its lines, what has paid it, and what may be done.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsInvoicesByInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay an invoice from the credit of the organization.
         * @description For members who may `billing.credit.use`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsInvoicesByInvoiceCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice as a PDF.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsInvoicesByInvoiceDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}/payment-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an invoice can be paid, and what is under way.
         * @description For members who may `payments.payment.read`.
         */
        get: operations["getOrganizationsInvoicesByInvoicePaymentOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to pay what is owed on an invoice.
         * @description For members who may `payments.payment.make`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsInvoicesByInvoicePayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invoices/{invoice}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a bank transfer that was made for an invoice.
         * @description For members who may `payments.payment.make`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsInvoicesByInvoiceTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of an organization.
         * @description For members who may `organizations.members.read`.
         */
        get: operations["getOrganizationsMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a member out of the organization.
         * @description For members who may `organizations.members.manage`.
         */
        delete: operations["deleteOrganizationsMembersByPerson"];
        options?: never;
        head?: never;
        /**
         * Change the role of a member.
         * @description For members who may `organizations.members.manage`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchOrganizationsMembersByPerson"];
        trace?: never;
    };
    "/api/organizations/{organization}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orders of an organization, latest first.
         * @description For members who may `orders.read`.
         */
        get: operations["getOrganizationsOrders"];
        put?: never;
        /**
         * Place an order for exactly the price that was seen.
         * @description For members who may `orders.place`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with what happened to it.
         * @description For members who may `orders.read`.
         */
        get: operations["getOrganizationsOrdersByOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/orders/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order that is not paid.
         * @description For members who may `orders.place`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsOrdersByOrderCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/orders/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an order would cost now and later, tax included. Orders nothing.
         * @description For members who may `orders.place`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsOrdersQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-attempts/{attempt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One try to pay: what to do next, or what became of it.
         * @description For members who may `payments.payment.read`.
         */
        get: operations["getOrganizationsPaymentAttemptsByAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-attempts/{attempt}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a payment that was not made yet.
         * @description For members who may `payments.payment.make`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsPaymentAttemptsByAttemptCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-attempts/{attempt}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the gateway now what became of a payment.
         * @description For members who may `payments.payment.make`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsPaymentAttemptsByAttemptCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The saved payment methods, and how to add one.
         * @description For members who may `payments.method.manage`.
         */
        get: operations["getOrganizationsPaymentMethods"];
        put?: never;
        /**
         * Begin to save a payment method without paying.
         * @description For members who may `payments.method.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsPaymentMethods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-methods/{method}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a saved payment method.
         * @description For members who may `payments.method.manage`.
         */
        delete: operations["deleteOrganizationsPaymentMethodsByMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/payment-methods/{method}/make-default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let renewals be paid with a saved method.
         * @description For members who may `payments.method.manage`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsPaymentMethodsByMethodMakeDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/receipts/{receipt}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt (kwitansi) as a PDF.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsReceiptsByReceiptDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find services, invoices, orders, tickets and articles by a few letters.
         * @description For members who may `home.search.use`.
         */
        get: operations["getOrganizationsSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The services of an organization, newest first.
         * @description For members who may `services.service.read`.
         */
        get: operations["getOrganizationsServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many services run, wait, are on hold or end soon.
         * @description For members who may `services.service.read`.
         */
        get: operations["getOrganizationsServicesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One service: what was agreed, what it is now, what happened and what may be done.
         * @description For members who may `services.service.read`.
         */
        get: operations["getOrganizationsServicesByService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a service a name of your own.
         * @description For members who may `services.service.change`. Send `If-Match` with the version you saw.
         */
        patch: operations["patchOrganizationsServicesByService"];
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a service at once or at the end of the time that is paid for.
         * @description For members who may `services.service.change`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsServicesByServiceCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reveal the credentials of a service. It is recorded who did.
         * @description For members who may `provisioning.secrets.read`.
         */
        get: operations["getOrganizationsServicesByServiceCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a scheduled cancellation back.
         * @description For members who may `services.service.change`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsServicesByServiceKeep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a service run again that you had put on hold.
         * @description For members who may `services.service.change`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsServicesByServiceResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a service is with being set up, changed or removed.
         * @description For members who may `provisioning.setup.read`.
         */
        get: operations["getOrganizationsServicesByServiceSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/services/{service}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a service on hold. It is billed on, and nothing is deleted.
         * @description For members who may `services.service.change`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsServicesByServiceSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account statement: what was invoiced and paid, with the balance after each.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/statement/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account statement as CSV.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsStatementFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is for sale, in the currency of the organization.
         * @description For members who may `catalog.store.browse`.
         */
        get: operations["getOrganizationsStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/store/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product with its plans, options, add-ons and prices, in the currency of the organization.
         * @description For members who may `catalog.store.browse`.
         */
        get: operations["getOrganizationsStoreBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets you may see, those last written to first.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTickets"];
        put?: never;
        /**
         * Open a ticket.
         * @description For members who may `support.ticket.use`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A ticket with its latest messages.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTicketsByTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a ticket is done.
         * @description For members who may `support.ticket.use`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsTicketsByTicketClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a ticket.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTicketsByTicketFilesByFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}/followers/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a colleague read a ticket and be told of its replies.
         * @description For members who may `support.ticket.use`.
         */
        put: operations["putOrganizationsTicketsByTicketFollowersByPerson"];
        post?: never;
        /**
         * Stop telling somebody of the replies in a ticket.
         * @description For members who may `support.ticket.use`.
         */
        delete: operations["deleteOrganizationsTicketsByTicketFollowersByPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earlier messages of a ticket.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTicketsByTicketMessages"];
        put?: never;
        /**
         * Reply in a ticket; one settled long ago goes on as a new one.
         * @description For members who may `support.ticket.use`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsTicketsByTicketMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/{ticket}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that the ticket has been read as it is.
         * @description For members who may `support.ticket.use`.
         */
        put: operations["putOrganizationsTicketsByTicketRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a new ticket can be about.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTicketsForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tickets/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many of your tickets are active, wait for you, or hold unread answers.
         * @description For members who may `support.ticket.use`.
         */
        get: operations["getOrganizationsTicketsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transfers/{transfer}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the report of a transfer nobody has decided about.
         * @description For members who may `payments.payment.make`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsTransfersByTransferWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/upcoming-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is going to be invoiced next, and when.
         * @description For members who may `billing.invoices.read`.
         */
        get: operations["getOrganizationsUpcomingRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload the bytes of a file, to attach it to a message within a day.
         * @description For members who may `support.ticket.use`. Send an `Idempotency-Key`.
         */
        post: operations["postOrganizationsUploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a password with a mailed link; signs in.
         * @description Open to everyone.
         */
        put: operations["putPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to choose a new password.
         * @description Open to everyone.
         */
        post: operations["postPasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up; a link to choose a password is mailed.
         * @description Open to everyone.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what they may do.
         * @description For whoever is signed in.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in.
         * @description Open to everyone.
         */
        post: operations["postSession"];
        /**
         * Sign out.
         * @description For whoever is signed in.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Become the first administrator with the link printed at the first start; signs in.
         * @description Open to everyone.
         */
        put: operations["putSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms in force, or an earlier version of them.
         * @description Open to everyone.
         */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a topic by mail with the link from a mail (RFC 8058).
         * @description Open to everyone.
         */
        post: operations["postUnsubscribeByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/payments/{gateway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what a payment gateway tells.
         * @description Open to everyone.
         */
        post: operations["postWebhooksPaymentsByGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Ageing: {
            currencies: {
                buckets: {
                    amount: number;
                    count: number;
                    days: number;
                }[];
                currency: string;
            }[];
        };
        AuditChain: {
            head: string;
            position: string;
            unsealed: number;
        };
        BillingSummary: {
            currencies: {
                credit: number;
                currency: string;
                nextDueOn: string | null;
                open: number;
                openCount: number;
                overdue: number;
                overdueCount: number;
            }[];
        };
        CatalogAddon: {
            archivedAt: string | null;
            code: string;
            description: {
                en: string;
                id: string;
            };
            id: string;
            name: {
                en: string;
                id: string;
            };
            position: number;
            prices: {
                currency: string;
                /** @enum {string} */
                cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                recurring: number;
                setup: number;
            }[];
            version: number;
        };
        CatalogGroup: {
            archivedAt: string | null;
            description: {
                en: string;
                id: string;
            };
            id: string;
            name: {
                en: string;
                id: string;
            };
            position: number;
            slug: string;
            version: number;
            visible: boolean;
        };
        CatalogProduct: {
            addons: string[];
            archivedAt: string | null;
            configuration: {
                [key: string]: unknown;
            };
            description: {
                en: string;
                id: string;
            };
            existingClientsOnly: boolean;
            group: string;
            id: string;
            name: {
                en: string;
                id: string;
            };
            options: {
                archivedAt: string | null;
                choices: {
                    code: string;
                    name: {
                        en: string;
                        id: string;
                    };
                    prices: {
                        currency: string;
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                }[];
                code: string;
                id: string;
                /** @enum {string} */
                kind: "select" | "quantity" | "text" | "checkbox";
                maximum: number;
                minimum: number;
                name: {
                    en: string;
                    id: string;
                };
                position: number;
                required: boolean;
                version: number;
            }[];
            plans: {
                archivedAt: string | null;
                configuration: {
                    [key: string]: unknown;
                };
                description: {
                    en: string;
                    id: string;
                };
                existingClientsOnly: boolean;
                id: string;
                maximum: number;
                minimum: number;
                name: {
                    en: string;
                    id: string;
                };
                position: number;
                prices: {
                    currency: string;
                    /** @enum {string} */
                    cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                    recurring: number;
                    setup: number;
                }[];
                version: number;
            }[];
            position: number;
            provisioner: string;
            slug: string;
            stock: number | null;
            taxable: boolean;
            trialDays: number;
            version: number;
            visible: boolean;
        };
        CatalogTree: {
            addons: components["schemas"]["CatalogAddon"][];
            groups: {
                archivedAt: string | null;
                description: {
                    en: string;
                    id: string;
                };
                id: string;
                name: {
                    en: string;
                    id: string;
                };
                position: number;
                products: {
                    archivedAt: string | null;
                    id: string;
                    name: {
                        en: string;
                        id: string;
                    };
                    plans: number;
                    position: number;
                    provisioner: string;
                    slug: string;
                    stock: number | null;
                    visible: boolean;
                }[];
                slug: string;
                version: number;
                visible: boolean;
            }[];
        };
        Client: {
            billingEmail: string;
            country: string;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            id: string;
            name: string;
            parent: {
                id: string;
                name: string;
            } | null;
            slug: string;
        };
        ClientDetail: {
            address: string;
            billingEmail: string;
            children: {
                id: string;
                name: string;
            }[];
            country: string;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            id: string;
            /** @enum {string} */
            locale: "id" | "en";
            members: {
                email: string;
                id: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "finance" | "technical" | "member";
            }[];
            name: string;
            parent: {
                id: string;
                name: string;
            } | null;
            slug: string;
            taxId: string;
            timeZone: string;
            version: number;
        };
        ClientService: {
            activatedAt: string | null;
            can: {
                activate: true | {
                    no: string;
                };
                cancelAtPeriodEnd: true | {
                    no: string;
                };
                cancelNow: true | {
                    no: string;
                };
                keep: true | {
                    no: string;
                };
                lift: true | {
                    no: string;
                };
                suspend: true | {
                    no: string;
                };
            };
            cancelNote: string;
            cancelOn: string | null;
            cancelReason: ("too_expensive" | "missing_features" | "low_quality" | "customer_service" | "too_complex" | "unused" | "switched_service" | "other" | "non_payment" | "abuse" | "order_canceled" | "trial_ended" | "staff") | null;
            choices: unknown;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            cycle: "one_time" | "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial";
            dashboardUrl: string | null;
            endedAt: string | null;
            facts: {
                [key: string]: string;
            };
            id: string;
            label: string;
            names: {
                en: string;
                id: string;
            };
            nextInvoiceOn: string | null;
            orderId: string;
            organization: {
                id: string;
                name: string;
                slug: string;
            };
            paidThrough: string | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            planId: string;
            price: {
                amount: number;
                currency: string;
            };
            provisioner: string;
            quantity: number;
            /** @enum {string} */
            state: "pending" | "trialing" | "active" | "past_due" | "paused" | "cancel_scheduled" | "ended";
            suspendedFor: ("non_payment" | "abuse" | "customer" | "manual" | "security")[];
            suspensions: {
                note: string;
                /** @enum {string} */
                reason: "non_payment" | "abuse" | "customer" | "manual" | "security";
                /** Format: date-time */
                since: string;
            }[];
            /** @enum {string} */
            technicalState: "none" | "setting_up" | "running" | "changing" | "suspended" | "removing" | "removed" | "attention";
            timeline: {
                by: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                happenedAt: string;
                id: string;
                name: string;
            }[];
            trialEndsOn: string | null;
            version: number;
        };
        ClientServiceItem: {
            cancelOn: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            cycle: "one_time" | "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial";
            facts: {
                [key: string]: string;
            };
            id: string;
            label: string;
            names: {
                en: string;
                id: string;
            };
            nextInvoiceOn: string | null;
            organization: {
                id: string;
                name: string;
                slug: string;
            };
            paidThrough: string | null;
            price: {
                amount: number;
                currency: string;
            };
            quantity: number;
            /** @enum {string} */
            state: "pending" | "trialing" | "active" | "past_due" | "paused" | "cancel_scheduled" | "ended";
            suspendedFor: ("non_payment" | "abuse" | "customer" | "manual" | "security")[];
            /** @enum {string} */
            technicalState: "none" | "setting_up" | "running" | "changing" | "suspended" | "removing" | "removed" | "attention";
            trialEndsOn: string | null;
        };
        ClientTicket: {
            answerMinutes: number;
            assignee: {
                id: string;
                name: string;
            } | null;
            can: {
                work: true | {
                    no: string;
                };
            };
            conversation: {
                earlier: string | null;
                items: components["schemas"]["ClientTicketMessage"][];
            };
            firstAnswerAt: string | null;
            followers: {
                id: string;
                name: string;
            }[];
            followUpOf: {
                id: string;
                number: number;
            } | null;
            followUps: {
                id: string;
                number: number;
            }[];
            history: {
                by: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                happenedAt: string;
                id: string;
                name: string;
            }[];
            id: string;
            invoice: {
                id: string;
                number: string | null;
            } | null;
            /** @enum {string} */
            kind: "question" | "incident" | "request" | "complaint";
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "client" | "staff";
            messages: number;
            number: number;
            /** Format: date-time */
            openedAt: string;
            organization: {
                id: string;
                name: string;
                slug: string;
            };
            /** @enum {string} */
            priority: "emergency" | "high" | "normal" | "low";
            queue: {
                name: string;
                titles: {
                    en: string;
                    id: string;
                };
            };
            reopenUntil: string | null;
            requester: {
                id: string;
                name: string;
            };
            service: {
                id: string;
                label: string;
                names: {
                    en: string;
                    id: string;
                };
            } | null;
            settledAt: string | null;
            /** @enum {string} */
            status: "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            subject: string;
            unread: boolean;
            version: number;
            waitingSince: string | null;
        };
        ClientTicketItem: {
            assignee: {
                id: string;
                name: string;
            } | null;
            id: string;
            /** @enum {string} */
            kind: "question" | "incident" | "request" | "complaint";
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "client" | "staff";
            messages: number;
            number: number;
            /** Format: date-time */
            openedAt: string;
            organization: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            priority: "emergency" | "high" | "normal" | "low";
            queue: string;
            requester: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            status: "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            subject: string;
            unread: boolean;
            waitingSince: string | null;
        };
        ClientTicketMessage: {
            author: {
                /** @enum {string} */
                kind: "client" | "staff";
                me: boolean;
                name: string;
            };
            files: {
                id: string;
                name: string;
                size: number;
                type: string;
            }[];
            html: string;
            id: string;
            internal: boolean;
            /** Format: date-time */
            postedAt: string;
        };
        Credit: {
            credit: number;
            currencies: string[];
            currency: string;
            items: {
                balance: number;
                change: number;
                invoice: {
                    id: string;
                    number: string | null;
                } | null;
                /** @enum {string} */
                kind: "invoice_issued" | "invoice_voided" | "payment_received" | "payment_reversed" | "credit_applied" | "credit_released";
                /** Format: date */
                on: string;
                receipt: {
                    id: string;
                    number: string | null;
                } | null;
                sequence: number;
            }[];
            next: string | null;
        };
        Dashboard: {
            money: {
                currencies: {
                    credit: number;
                    currency: string;
                    open: number;
                    openCount: number;
                    overdue: number;
                    overdueCount: number;
                }[];
                due: {
                    balance: {
                        amount: number;
                        currency: string;
                    };
                    /** Format: date */
                    dueOn: string;
                    id: string;
                    number: string | null;
                    status: string;
                    title: {
                        en: string;
                        id: string;
                    };
                }[];
            } | null;
            onboarding: {
                colleagues: boolean;
                details: boolean;
                ordered: boolean;
                paid: boolean;
            } | null;
            services: {
                active: number;
                ending: number;
                latest: {
                    cancelOn: string | null;
                    id: string;
                    label: string;
                    names: {
                        en: string;
                        id: string;
                    };
                    paidThrough: string | null;
                    state: string;
                    suspended: boolean;
                    technicalState: string;
                }[];
                pending: number;
                suspended: number;
            } | null;
            tickets: {
                latest: {
                    id: string;
                    /** Format: date-time */
                    lastMessageAt: string;
                    number: string;
                    status: string;
                    subject: string;
                }[];
                open: number;
                waitingForYou: number;
            };
        };
        Fact: {
            actor: {
                id: string | null;
                /** @enum {string} */
                kind: "anonymous" | "person" | "system";
                name: string | null;
            };
            data: unknown;
            /** Format: date-time */
            happenedAt: string;
            id: string;
            name: string;
            organization: {
                id: string;
                name: string;
            } | null;
            position: string;
            subject: {
                id: string;
                kind: string;
                name: string | null;
            };
        };
        Found: {
            items: {
                detail: string;
                id: string;
                /** @enum {string} */
                kind: "client" | "service" | "invoice" | "order" | "ticket" | "article";
                organization: {
                    id: string;
                    name: string;
                } | null;
                title: string;
            }[];
        };
        Invitation: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            invitedBy: string;
            /** @enum {string} */
            role: "owner" | "finance" | "technical" | "member";
        };
        Invoice: {
            allocations: {
                amount: {
                    amount: number;
                    currency: string;
                };
                /** Format: date-time */
                at: string;
                id: string;
                receiptId: string | null;
                releasedAt: string | null;
            }[];
            balance: {
                amount: number;
                currency: string;
            };
            buyer: {
                address: string;
                email: string;
                name: string;
                taxId: string;
            };
            can: {
                applyCredit: true | {
                    no: string;
                };
                download: true | {
                    no: string;
                };
                pay: true | {
                    no: string;
                };
            };
            credit: {
                amount: number;
                currency: string;
            };
            /** Format: date */
            dueOn: string;
            id: string;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date */
            issuedOn: string;
            /** @enum {string} */
            kind: "order" | "renewal" | "manual";
            lines: {
                description: {
                    en: string;
                    id: string;
                };
                net: {
                    amount: number;
                    currency: string;
                };
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                } | null;
                quantity: number;
                serviceId: string | null;
                tax: {
                    amount: number;
                    currency: string;
                };
                unitPrice: {
                    amount: number;
                    currency: string;
                };
            }[];
            more: number;
            notes: string;
            number: string | null;
            orderId: string | null;
            overdueSince: string | null;
            paid: {
                amount: number;
                currency: string;
            };
            paidAt: string | null;
            receipts: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                method: string;
                number: string | null;
                /** Format: date-time */
                receivedAt: string;
                reversedAt: string | null;
            }[];
            seller: {
                address: string;
                email: string;
                name: string;
                taxId: string;
            };
            /** @enum {string} */
            status: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft";
            steps: {
                /** Format: date-time */
                at: string;
                days: number;
                /** @enum {string} */
                kind: "reminder" | "notice" | "suspend" | "terminate";
            }[];
            subtotal: {
                amount: number;
                currency: string;
            };
            tax: {
                amount: number;
                currency: string;
            };
            taxes: {
                base: {
                    amount: number;
                    currency: string;
                };
                label: {
                    en: string;
                    id: string;
                };
                share: string | null;
                tax: {
                    amount: number;
                    currency: string;
                };
            }[];
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
            transfer: {
                label: string;
                value: string;
            }[];
            version: number;
        };
        InvoiceItem: {
            balance: {
                amount: number;
                currency: string;
            };
            can: {
                download: true | {
                    no: string;
                };
                pay: true | {
                    no: string;
                };
            };
            /** Format: date */
            dueOn: string;
            id: string;
            /** Format: date */
            issuedOn: string;
            /** @enum {string} */
            kind: "order" | "renewal" | "manual";
            more: number;
            number: string | null;
            /** @enum {string} */
            status: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft";
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
        };
        KnowledgeArticle: {
            category: {
                name: string;
                slug: string;
            };
            clientsOnly: boolean;
            contents: {
                id: string;
                level: number;
                title: string;
            }[];
            helpful: boolean | null;
            html: string;
            /** @enum {string} */
            locale: "id" | "en";
            locales: ("id" | "en")[];
            related: {
                clientsOnly: boolean;
                excerpt: string;
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
            slug: string;
            tags: string[];
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        KnowledgeArticleForStaff: {
            can: {
                archive: true | {
                    no: string;
                };
                changeSlug: true | {
                    no: string;
                };
                delete: true | {
                    no: string;
                };
                publish: true | {
                    no: string;
                };
                reopen: true | {
                    no: string;
                };
                unpublish: true | {
                    no: string;
                };
            };
            category: {
                id: string;
                name: {
                    en: string;
                    id: string;
                };
            };
            changed: boolean;
            comments: {
                comment: string;
                /** Format: date-time */
                givenAt: string;
                helpful: boolean;
            }[];
            /** Format: date-time */
            editedAt: string;
            editedBy: string;
            helpful: {
                no: number;
                yes: number;
            };
            id: string;
            opened: number;
            position: number;
            publishedAt: string | null;
            slug: string;
            /** @enum {string} */
            state: "draft" | "published" | "archived";
            tags: string[];
            texts: {
                en: {
                    body: string;
                    shown: boolean;
                    title: string;
                };
                id: {
                    body: string;
                    shown: boolean;
                    title: string;
                };
            };
            version: number;
            versions: {
                number: number;
                /** Format: date-time */
                publishedAt: string;
                publishedBy: string;
            }[];
            /** @enum {string} */
            visibility: "public" | "clients";
        };
        KnowledgeArticleRow: {
            category: {
                id: string;
                name: {
                    en: string;
                    id: string;
                };
            };
            changed: boolean;
            /** Format: date-time */
            editedAt: string;
            editedBy: string;
            helpful: {
                no: number;
                yes: number;
            };
            id: string;
            locales: ("id" | "en")[];
            opened: number;
            publishedAt: string | null;
            slug: string;
            /** @enum {string} */
            state: "draft" | "published" | "archived";
            tags: string[];
            titles: {
                en: string;
                id: string;
            };
            /** @enum {string} */
            visibility: "public" | "clients";
        };
        KnowledgeCategory: {
            description: string;
            icon: string | null;
            items: {
                clientsOnly: boolean;
                excerpt: string;
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
            name: string;
            next: string | null;
            slug: string;
        };
        KnowledgeCategoryForStaff: {
            articles: number;
            description: {
                en: string;
                id: string;
            };
            icon: string | null;
            id: string;
            name: {
                en: string;
                id: string;
            };
            slug: string;
            version: number;
        };
        KnowledgeFound: {
            corrected: string | null;
            items: {
                category: {
                    name: string;
                    slug: string;
                };
                clientsOnly: boolean;
                excerpt: {
                    marked: boolean;
                    text: string;
                }[];
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: {
                    marked: boolean;
                    text: string;
                }[];
            }[];
        };
        KnowledgeInsights: {
            comments: {
                article: {
                    id: string;
                    titles: {
                        en: string;
                        id: string;
                    };
                };
                comment: string;
                /** Format: date-time */
                givenAt: string;
                helpful: boolean;
            }[];
            deflection: {
                answered: number;
                asked: number;
                opened: number;
                shown: number;
            };
            misses: {
                /** Format: date-time */
                lastAt: string;
                /** @enum {string} */
                locale: "id" | "en";
                query: string;
                times: number;
            }[];
        };
        KnowledgeShelves: {
            categories: {
                articles: number;
                description: string;
                icon: string | null;
                name: string;
                slug: string;
            }[];
            latest: {
                clientsOnly: boolean;
                excerpt: string;
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
            popular: {
                clientsOnly: boolean;
                excerpt: string;
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
        };
        KnowledgeSuggestions: {
            items: {
                excerpt: string;
                /** @enum {string} */
                locale: "id" | "en";
                slug: string;
                title: string;
            }[];
        };
        KnowledgeVersion: {
            number: number;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            texts: {
                en: {
                    body: string;
                    shown: boolean;
                    title: string;
                };
                id: {
                    body: string;
                    shown: boolean;
                    title: string;
                };
            };
        };
        Mail: {
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            id: string;
            kind: string;
            recipient: string;
            recipientName: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
            subject: string;
        };
        MailDetail: {
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            html: string | null;
            id: string;
            kind: string;
            recipient: string;
            recipientName: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
            subject: string;
            text: string | null;
        };
        Member: {
            can: {
                changeRole: true | {
                    no: string;
                };
                remove: true | {
                    no: string;
                };
            };
            email: string;
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "finance" | "technical" | "member";
            /** Format: date-time */
            since: string;
            version: number;
        };
        MessagePreference: {
            email: boolean;
            inApp: boolean;
            required: boolean;
            topic: string;
        };
        Notice: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            kind: string;
            link: {
                label: string;
                path: string;
            } | null;
            organizationId: string | null;
            read: boolean;
            subject: string;
            text: string;
        };
        Order: {
            can: {
                cancel: true | {
                    no: string;
                };
                pay: true | {
                    no: string;
                };
            };
            canceledWhy: ("client" | "staff" | "expired" | "invoice_voided" | "service_ended") | null;
            cancelNote: string;
            currency: string;
            expiresAt: string | null;
            id: string;
            invoice: {
                /** Format: date */
                dueOn: string;
                id: string;
                number: string | null;
            } | null;
            items: {
                choices: {
                    addons: {
                        code: string;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                    }[];
                    options: {
                        code: string;
                        /** @enum {string} */
                        kind: "select" | "quantity" | "text" | "checkbox";
                        label: {
                            en: string;
                            id: string;
                        } | null;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                        value: string | number | boolean;
                    }[];
                };
                /** @enum {string} */
                cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                names: {
                    en: string;
                    id: string;
                };
                planId: string;
                quantity: number;
                recurring: number;
                serviceId: string;
                setup: number;
                /** @enum {string} */
                stage: "waiting" | "setting_up" | "failed" | "ready";
                trialDays: number;
            }[];
            number: string;
            paid: boolean;
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            /** @enum {string} */
            status: "pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled";
            termsVersion: number | null;
            timeline: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "placed" | "invoice_issued" | "paid" | "accepted" | "service_started" | "service_ready" | "service_failed" | "fulfilled" | "canceled";
                names: {
                    en: string;
                    id: string;
                } | null;
            }[];
            total: {
                amount: number;
                currency: string;
            };
            version: number;
        };
        OrderItem: {
            id: string;
            more: number;
            number: string;
            paid: boolean;
            /** Format: date-time */
            placedAt: string;
            /** @enum {string} */
            status: "pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled";
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
        };
        OrderQuote: {
            currency: string;
            items: {
                choices: {
                    addons: {
                        code: string;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                    }[];
                    options: {
                        code: string;
                        /** @enum {string} */
                        kind: "select" | "quantity" | "text" | "checkbox";
                        label: {
                            en: string;
                            id: string;
                        } | null;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                        value: string | number | boolean;
                    }[];
                };
                /** @enum {string} */
                cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                names: {
                    en: string;
                    id: string;
                };
                planId: string;
                quantity: number;
                recurring: number;
                setup: number;
                trialDays: number;
            }[];
            later: {
                /** @enum {string} */
                cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                /** Format: date */
                from: string;
                names: {
                    en: string;
                    id: string;
                };
                total: {
                    amount: number;
                    currency: string;
                };
            }[];
            lines: {
                description: {
                    en: string;
                    id: string;
                };
                net: {
                    amount: number;
                    currency: string;
                };
                quantity: number;
                unitPrice: {
                    amount: number;
                    currency: string;
                };
            }[];
            payBy: string | null;
            subtotal: {
                amount: number;
                currency: string;
            };
            taxes: {
                base: {
                    amount: number;
                    currency: string;
                };
                label: {
                    en: string;
                    id: string;
                };
                tax: {
                    amount: number;
                    currency: string;
                };
            }[];
            terms: number | null;
            total: {
                amount: number;
                currency: string;
            };
        };
        OrderStatus: {
            expiresAt: string | null;
            items: {
                names: {
                    en: string;
                    id: string;
                };
                quantity: number;
                /** @enum {string} */
                stage: "waiting" | "setting_up" | "failed" | "ready";
            }[];
            number: string;
            paid: boolean;
            /** Format: date-time */
            placedAt: string;
            /** @enum {string} */
            status: "pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled";
            timeline: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "placed" | "invoice_issued" | "paid" | "accepted" | "service_started" | "service_ready" | "service_failed" | "fulfilled" | "canceled";
                names: {
                    en: string;
                    id: string;
                } | null;
            }[];
        };
        Organization: {
            address: string;
            billingEmail: string;
            country: string;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            id: string;
            /** @enum {string} */
            locale: "id" | "en";
            name: string;
            slug: string;
            taxId: string;
            timeZone: string;
            version: number;
        };
        Payment: {
            amount: {
                amount: number;
                currency: string;
            };
            attemptId: string | null;
            can: {
                refund: true | {
                    no: string;
                };
                takeBack: true | {
                    no: string;
                };
            };
            /** @enum {string} */
            cause: "gateway" | "automatic" | "transfer" | "unmatched" | "staff";
            client: {
                id: string;
                name: string;
                slug: string;
            };
            gateway: string;
            id: string;
            invoice: {
                id: string;
                number: string | null;
            } | null;
            method: string;
            note: string;
            paidWith: string;
            receipt: {
                id: string;
                number: string | null;
            } | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: {
                id: string;
                name: string;
            } | null;
            refund: {
                /** Format: date-time */
                askedAt: string;
                askedBy: {
                    id: string;
                    name: string;
                };
                code: string | null;
                reason: string;
                /** @enum {string} */
                state: "asked" | "done" | "refused";
            } | null;
            takenBackAt: string | null;
            takenBackWhy: string | null;
            transferId: string | null;
        };
        PaymentAttempt: {
            amount: {
                amount: number;
                currency: string;
            };
            can: {
                cancel: true | {
                    no: string;
                };
                check: true | {
                    no: string;
                };
            };
            /** Format: date-time */
            expiresAt: string;
            failure: {
                /** @enum {string} */
                class: "retry" | "needs_customer" | "never";
            } | null;
            gateway: string;
            id: string;
            invoices: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                number: string | null;
            }[];
            method: string;
            next: ({
                /** @constant */
                kind: "redirect";
                url: string;
            } | {
                accountNumber: string;
                amount: {
                    amount: number;
                    currency: string;
                };
                bank: string;
                /** Format: date-time */
                expiresAt: string;
                /** @constant */
                kind: "transfer";
                pageUrl: string | null;
            } | {
                /** Format: date-time */
                expiresAt: string;
                /** @constant */
                kind: "qr";
                pageUrl: string | null;
                path: string;
                payload: string;
                size: number;
            }) | null;
            otherMoneyAt: string | null;
            paidWith: string;
            payments: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                invoice: {
                    id: string;
                    number: string | null;
                } | null;
                receipt: {
                    id: string;
                    number: string | null;
                } | null;
                /** Format: date-time */
                receivedAt: string;
                takenBackAt: string | null;
            }[];
            /** @enum {string} */
            purpose: "payment" | "automatic" | "save_method";
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "created" | "unknown" | "requires_action" | "processing" | "authorized" | "failed" | "expired" | "canceled" | "succeeded" | "refunded";
            /** Format: date-time */
            statusAt: string;
        };
        PaymentAttemptItem: {
            amount: {
                amount: number;
                currency: string;
            };
            client: {
                id: string;
                name: string;
                slug: string;
            };
            /** Format: date-time */
            expiresAt: string;
            gateway: string;
            id: string;
            invoices: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                number: string | null;
            }[];
            method: string;
            otherMoneyAt: string | null;
            paidWith: string;
            payments: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                invoice: {
                    id: string;
                    number: string | null;
                } | null;
                receipt: {
                    id: string;
                    number: string | null;
                } | null;
                /** Format: date-time */
                receivedAt: string;
                takenBackAt: string | null;
            }[];
            /** @enum {string} */
            purpose: "payment" | "automatic" | "save_method";
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "created" | "unknown" | "requires_action" | "processing" | "authorized" | "failed" | "expired" | "canceled" | "succeeded" | "refunded";
            /** Format: date-time */
            statusAt: string;
        };
        PaymentItem: {
            amount: {
                amount: number;
                currency: string;
            };
            /** @enum {string} */
            cause: "gateway" | "automatic" | "transfer" | "unmatched" | "staff";
            client: {
                id: string;
                name: string;
                slug: string;
            };
            gateway: string;
            id: string;
            invoice: {
                id: string;
                number: string | null;
            } | null;
            method: string;
            paidWith: string;
            receipt: {
                id: string;
                number: string | null;
            } | null;
            /** Format: date-time */
            receivedAt: string;
            takenBackAt: string | null;
        };
        PaymentOptions: {
            can: {
                pay: true | {
                    no: string;
                };
                reportTransfer: true | {
                    no: string;
                };
            };
            invoice: {
                balance: {
                    amount: number;
                    currency: string;
                };
                /** Format: date */
                dueOn: string;
                id: string;
                number: string | null;
                status: string;
                total: {
                    amount: number;
                    currency: string;
                };
            };
            methods: {
                can: {
                    pay: true | {
                        no: string;
                    };
                };
                canSave: boolean;
                /** @enum {string} */
                flow: "redirect" | "push";
                gateway: string;
                id: string;
                /** @enum {string} */
                kind: "card" | "virtual_account" | "qris" | "ewallet" | "convenience_store" | "crypto" | "hosted";
                label: {
                    en: string;
                    id: string;
                };
            }[];
            open: components["schemas"]["PaymentAttempt"] | null;
            saved: components["schemas"]["SavedMethod"][];
            transfer: components["schemas"]["Transfer"] | null;
        };
        PlacedOrder: {
            code: string;
            id: string;
            invoiceId: string | null;
            number: string;
            total: {
                amount: number;
                currency: string;
            };
        };
        /** @description An RFC 9457 problem document. */
        Problem: {
            code: string;
            detail?: string;
            facts?: {
                [key: string]: string | number | boolean;
            };
            fields?: {
                code: string;
                message: string;
                path: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        Profile: {
            /** @enum {string} */
            dateStyle: "auto" | "iso";
            email: string;
            id: string;
            /** @enum {string} */
            locale: "id" | "en";
            name: string;
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            timeZone: string;
            /** @enum {string} */
            tone: "short" | "personal";
            version: number;
        };
        ProvisionedInstance: {
            attention: string | null;
            busyUntil: string | null;
            can: {
                markAsDone: true | {
                    no: string;
                };
                retry: true | {
                    no: string;
                };
            };
            connection: string | null;
            desired: {
                revision: number;
                /** @enum {string} */
                state: "absent" | "running" | "suspended";
            };
            hasCredentials: boolean;
            lastError: {
                /** Format: date-time */
                at: string;
                code: string;
                message: string;
            } | null;
            nextAt: string | null;
            observed: {
                revision: number;
                /** @enum {string} */
                state: "absent" | "provisioning" | "running" | "updating" | "suspending" | "suspended" | "resuming" | "deprovisioning" | "drifted" | "failed" | "unknown";
            };
            operations: {
                answeredAt: string | null;
                attempt: number;
                cleanUp: boolean;
                code: string | null;
                failureClass: ("retry" | "permanent" | "orphan") | null;
                id: string;
                /** @enum {string} */
                kind: "provision" | "update" | "suspend" | "resume" | "deprovision";
                message: string | null;
                outcome: ("done" | "accepted" | "needs_staff" | "failed" | "unknown") | null;
                polls: number;
                /** Format: date-time */
                startedAt: string;
            }[];
            parameters: {
                [key: string]: unknown;
            };
            plan: string;
            progress: string | null;
            provisioner: string;
            remoteId: string | null;
            task: components["schemas"]["StaffTask"] | null;
        };
        ProvisioningConnection: {
            archived: boolean;
            code: string;
            configuration: {
                [key: string]: unknown;
            };
            id: string;
            name: string;
            provisioner: string;
            services: number;
            version: number;
        };
        SavedMethod: {
            /** Format: date-time */
            addedAt: string;
            brand: string;
            expiresOn: string | null;
            /** @enum {string} */
            expiry: "never" | "later" | "soon" | "past";
            gateway: string;
            id: string;
            isDefault: boolean;
            /** @enum {string} */
            kind: "card" | "virtual_account" | "qris" | "ewallet" | "convenience_store" | "crypto" | "hosted";
            last4: string;
        };
        Service: {
            activatedAt: string | null;
            can: {
                cancelAtPeriodEnd: true | {
                    no: string;
                };
                cancelNow: true | {
                    no: string;
                };
                keep: true | {
                    no: string;
                };
                rename: true | {
                    no: string;
                };
                resume: true | {
                    no: string;
                };
                suspend: true | {
                    no: string;
                };
            };
            cancelOn: string | null;
            cancelReason: ("too_expensive" | "missing_features" | "low_quality" | "customer_service" | "too_complex" | "unused" | "switched_service" | "other" | "non_payment" | "abuse" | "order_canceled" | "trial_ended" | "staff") | null;
            choices: unknown;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            cycle: "one_time" | "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial";
            dashboardUrl: string | null;
            endedAt: string | null;
            facts: {
                [key: string]: string;
            };
            id: string;
            label: string;
            names: {
                en: string;
                id: string;
            };
            nextInvoiceOn: string | null;
            paidThrough: string | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            price: {
                amount: number;
                currency: string;
            };
            quantity: number;
            /** @enum {string} */
            state: "pending" | "trialing" | "active" | "past_due" | "paused" | "cancel_scheduled" | "ended";
            suspendedFor: ("non_payment" | "abuse" | "customer" | "manual" | "security")[];
            suspensions: {
                /** @enum {string} */
                reason: "non_payment" | "abuse" | "customer" | "manual" | "security";
                /** Format: date-time */
                since: string;
            }[];
            /** @enum {string} */
            technicalState: "none" | "setting_up" | "running" | "changing" | "suspended" | "removing" | "removed" | "attention";
            timeline: {
                by: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                happenedAt: string;
                id: string;
                name: string;
            }[];
            trialEndsOn: string | null;
            version: number;
        };
        ServiceCredentials: {
            credentials: {
                [key: string]: unknown;
            };
        };
        ServiceItem: {
            cancelOn: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            cycle: "one_time" | "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial";
            facts: {
                [key: string]: string;
            };
            id: string;
            label: string;
            names: {
                en: string;
                id: string;
            };
            nextInvoiceOn: string | null;
            paidThrough: string | null;
            price: {
                amount: number;
                currency: string;
            };
            quantity: number;
            /** @enum {string} */
            state: "pending" | "trialing" | "active" | "past_due" | "paused" | "cancel_scheduled" | "ended";
            suspendedFor: ("non_payment" | "abuse" | "customer" | "manual" | "security")[];
            /** @enum {string} */
            technicalState: "none" | "setting_up" | "running" | "changing" | "suspended" | "removing" | "removed" | "attention";
            trialEndsOn: string | null;
        };
        ServiceSetup: {
            can: {
                revealCredentials: true | {
                    no: string;
                };
            };
            hasCredentials: boolean;
            operation: {
                /** @enum {string} */
                kind: "provision" | "update" | "suspend" | "resume" | "deprovision";
                nextAt: string | null;
                progress: string | null;
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                waitsFor: "vendor" | "retry" | "staff";
            } | null;
            /** @enum {string} */
            technicalState: "none" | "setting_up" | "running" | "changing" | "suspended" | "removing" | "removed" | "attention";
        };
        ServicesSummary: {
            active: number;
            endingSoon: number;
            pending: number;
            suspended: number;
        };
        Session: {
            organizations: {
                id: string;
                name: string;
                permissions: string[];
                /** @enum {string} */
                role: "owner" | "finance" | "technical" | "member";
                slug: string;
            }[];
            person: {
                /** @enum {string} */
                dateStyle: "auto" | "iso";
                email: string;
                id: string;
                /** @enum {string} */
                locale: "id" | "en";
                name: string;
                /** @enum {string} */
                theme: "system" | "light" | "dark";
                timeZone: string;
                /** @enum {string} */
                tone: "short" | "personal";
            };
            staff: {
                permissions: string[];
                roles: ("administrator" | "finance" | "support" | "operations")[];
            } | null;
        };
        Setting: {
            key: string;
            value: unknown;
            version: number;
        };
        SignedInDevice: {
            address: string;
            current: boolean;
            id: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            signedInAt: string;
            userAgent: string;
        };
        StaffInvoice: {
            allocations: {
                amount: {
                    amount: number;
                    currency: string;
                };
                /** Format: date-time */
                at: string;
                id: string;
                receiptId: string | null;
                releasedAt: string | null;
            }[];
            balance: {
                amount: number;
                currency: string;
            };
            buyer: {
                address: string;
                email: string;
                name: string;
                taxId: string;
            };
            can: {
                applyCredit: true | {
                    no: string;
                };
                download: true | {
                    no: string;
                };
                recordPayment: true | {
                    no: string;
                };
                void: true | {
                    no: string;
                };
            };
            client: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            collection: "none" | "reminded" | "in_dunning" | "disputed" | "collections";
            credit: {
                amount: number;
                currency: string;
            };
            /** Format: date */
            dueOn: string;
            id: string;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date */
            issuedOn: string;
            /** @enum {string} */
            kind: "order" | "renewal" | "manual";
            lines: {
                description: {
                    en: string;
                    id: string;
                };
                net: {
                    amount: number;
                    currency: string;
                };
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                } | null;
                quantity: number;
                serviceId: string | null;
                tax: {
                    amount: number;
                    currency: string;
                };
                unitPrice: {
                    amount: number;
                    currency: string;
                };
            }[];
            more: number;
            notes: string;
            number: string | null;
            orderId: string | null;
            overdueSince: string | null;
            paid: {
                amount: number;
                currency: string;
            };
            paidAt: string | null;
            receipts: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                method: string;
                number: string | null;
                /** Format: date-time */
                receivedAt: string;
                reversedAt: string | null;
            }[];
            seller: {
                address: string;
                email: string;
                name: string;
                taxId: string;
            };
            /** @enum {string} */
            status: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft";
            steps: {
                /** Format: date-time */
                at: string;
                days: number;
                /** @enum {string} */
                kind: "reminder" | "notice" | "suspend" | "terminate";
            }[];
            subtotal: {
                amount: number;
                currency: string;
            };
            tax: {
                amount: number;
                currency: string;
            };
            taxes: {
                base: {
                    amount: number;
                    currency: string;
                };
                label: {
                    en: string;
                    id: string;
                };
                share: string | null;
                tax: {
                    amount: number;
                    currency: string;
                };
            }[];
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
            transfer: {
                label: string;
                value: string;
            }[];
            version: number;
            voidReason: string | null;
        };
        StaffInvoiceItem: {
            balance: {
                amount: number;
                currency: string;
            };
            can: {
                download: true | {
                    no: string;
                };
                recordPayment: true | {
                    no: string;
                };
            };
            client: {
                id: string;
                name: string;
            };
            /** Format: date */
            dueOn: string;
            id: string;
            /** Format: date */
            issuedOn: string;
            /** @enum {string} */
            kind: "order" | "renewal" | "manual";
            more: number;
            number: string | null;
            /** @enum {string} */
            status: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft";
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
        };
        StaffMember: {
            email: string;
            id: string;
            name: string;
            roles: ("administrator" | "finance" | "support" | "operations")[];
            /** Format: date-time */
            since: string;
            version: number;
        };
        StaffOrder: {
            acceptedAt: string | null;
            can: {
                accept: true | {
                    no: string;
                };
                cancel: true | {
                    no: string;
                };
            };
            canceledWhy: ("client" | "staff" | "expired" | "invoice_voided" | "service_ended") | null;
            cancelNote: string;
            client: {
                id: string;
                name: string;
            };
            currency: string;
            expiresAt: string | null;
            id: string;
            invoice: {
                /** Format: date */
                dueOn: string;
                id: string;
                number: string | null;
            } | null;
            items: {
                choices: {
                    addons: {
                        code: string;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                    }[];
                    options: {
                        code: string;
                        /** @enum {string} */
                        kind: "select" | "quantity" | "text" | "checkbox";
                        label: {
                            en: string;
                            id: string;
                        } | null;
                        name: {
                            en: string;
                            id: string;
                        };
                        recurring: number;
                        setup: number;
                        value: string | number | boolean;
                    }[];
                };
                /** @enum {string} */
                cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                names: {
                    en: string;
                    id: string;
                };
                planId: string;
                quantity: number;
                recurring: number;
                serviceId: string;
                setup: number;
                /** @enum {string} */
                stage: "waiting" | "setting_up" | "failed" | "ready";
                trialDays: number;
            }[];
            number: string;
            paid: boolean;
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            /** @enum {string} */
            status: "pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled";
            termsVersion: number | null;
            timeline: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "placed" | "invoice_issued" | "paid" | "accepted" | "service_started" | "service_ready" | "service_failed" | "fulfilled" | "canceled";
                names: {
                    en: string;
                    id: string;
                } | null;
            }[];
            total: {
                amount: number;
                currency: string;
            };
            version: number;
        };
        StaffOrderItem: {
            client: {
                id: string;
                name: string;
            };
            id: string;
            more: number;
            number: string;
            paid: boolean;
            /** Format: date-time */
            placedAt: string;
            /** @enum {string} */
            status: "pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled";
            title: {
                en: string;
                id: string;
            };
            total: {
                amount: number;
                currency: string;
            };
        };
        StaffPaymentAttempt: {
            amount: {
                amount: number;
                currency: string;
            };
            askAt: string | null;
            can: {
                cancel: true | {
                    no: string;
                };
                check: true | {
                    no: string;
                };
            };
            client: {
                id: string;
                name: string;
                slug: string;
            };
            events: {
                id: string;
                outcome: string;
                /** Format: date-time */
                receivedAt: string;
                status: string | null;
            }[];
            /** Format: date-time */
            expiresAt: string;
            failure: {
                /** @enum {string} */
                class: "retry" | "needs_customer" | "never";
                code: string;
                message: string;
            } | null;
            gateway: string;
            id: string;
            invoices: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                number: string | null;
            }[];
            method: string;
            otherMoneyAt: string | null;
            paidWith: string;
            payments: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                invoice: {
                    id: string;
                    number: string | null;
                } | null;
                receipt: {
                    id: string;
                    number: string | null;
                } | null;
                /** Format: date-time */
                receivedAt: string;
                takenBackAt: string | null;
            }[];
            /** @enum {string} */
            purpose: "payment" | "automatic" | "save_method";
            reference: string | null;
            refunded: {
                amount: number;
                currency: string;
            };
            /** Format: date-time */
            startedAt: string;
            startedBy: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            status: "created" | "unknown" | "requires_action" | "processing" | "authorized" | "failed" | "expired" | "canceled" | "succeeded" | "refunded";
            /** Format: date-time */
            statusAt: string;
        };
        StaffTask: {
            can: {
                complete: true | {
                    no: string;
                };
                fail: true | {
                    no: string;
                };
                release: true | {
                    no: string;
                };
                take: true | {
                    no: string;
                };
            };
            closedAt: string | null;
            id: string;
            instructions: string | null;
            /** @enum {string} */
            kind: "operation" | "trouble";
            note: string;
            /** Format: date-time */
            openedAt: string;
            plan: string;
            provisioner: string;
            service: {
                id: string;
                label: string;
                names: {
                    en: string;
                    id: string;
                };
                organization: {
                    id: string;
                    name: string;
                };
            };
            /** @enum {string} */
            state: "open" | "taken" | "done" | "failed" | "dropped";
            takenBy: {
                id: string;
                name: string;
            } | null;
            what: string;
        };
        StaffTransfer: {
            amount: {
                amount: number;
                currency: string;
            };
            balance: {
                amount: number;
                currency: string;
            };
            bank: string;
            client: {
                id: string;
                name: string;
                slug: string;
            };
            decidedAt: string | null;
            id: string;
            invoice: {
                id: string;
                number: string | null;
            };
            note: string;
            /** Format: date */
            paidOn: string;
            proof: string;
            reason: string | null;
            received: {
                amount: {
                    amount: number;
                    currency: string;
                };
                /** Format: date */
                on: string;
            } | null;
            /** Format: date-time */
            reportedAt: string;
            reportedBy: {
                id: string;
                name: string;
            };
            sender: string;
            /** @enum {string} */
            state: "reported" | "approved" | "rejected" | "withdrawn";
        };
        Statement: {
            closing: number;
            currencies: string[];
            currency: string;
            items: {
                balance: number;
                change: number;
                invoice: {
                    id: string;
                    number: string | null;
                } | null;
                /** @enum {string} */
                kind: "invoice_issued" | "invoice_voided" | "payment_received" | "payment_reversed" | "credit_applied" | "credit_released";
                /** Format: date */
                on: string;
                receipt: {
                    id: string;
                    number: string | null;
                } | null;
                sequence: number;
            }[];
            next: string | null;
            opening: number;
        };
        Store: {
            currencies: string[];
            currency: string;
            groups: {
                description: {
                    en: string;
                    id: string;
                };
                id: string;
                name: {
                    en: string;
                    id: string;
                };
                products: {
                    description: {
                        en: string;
                        id: string;
                    };
                    existingClientsOnly: boolean;
                    from: {
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    };
                    id: string;
                    name: {
                        en: string;
                        id: string;
                    };
                    slug: string;
                    soldOut: boolean;
                    trialDays: number;
                }[];
                slug: string;
            }[];
        };
        StoreProduct: {
            addons: {
                code: string;
                description: {
                    en: string;
                    id: string;
                };
                name: {
                    en: string;
                    id: string;
                };
                prices: {
                    /** @enum {string} */
                    cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                    recurring: number;
                    setup: number;
                }[];
            }[];
            currencies: string[];
            currency: string;
            description: {
                en: string;
                id: string;
            };
            existingClientsOnly: boolean;
            group: {
                name: {
                    en: string;
                    id: string;
                };
                slug: string;
            };
            id: string;
            left: number | null;
            name: {
                en: string;
                id: string;
            };
            options: {
                choices: {
                    code: string;
                    name: {
                        en: string;
                        id: string;
                    };
                    prices: {
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                }[];
                code: string;
                /** @enum {string} */
                kind: "select" | "quantity" | "text" | "checkbox";
                maximum: number;
                minimum: number;
                name: {
                    en: string;
                    id: string;
                };
                required: boolean;
            }[];
            plans: {
                description: {
                    en: string;
                    id: string;
                };
                existingClientsOnly: boolean;
                id: string;
                maximum: number;
                minimum: number;
                name: {
                    en: string;
                    id: string;
                };
                prices: {
                    /** @enum {string} */
                    cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                    recurring: number;
                    setup: number;
                }[];
            }[];
            slug: string;
            trialDays: number;
        };
        SupportSummary: {
            active: number;
            unread: number;
            waitingForYou: number;
        };
        SupportWorkload: {
            active: number;
            mine: number;
            unassigned: number;
            waiting: number;
        };
        Terms: {
            /** Format: date-time */
            publishedAt: string;
            text: {
                en: string;
                id: string;
            };
            version: number;
        };
        Ticket: {
            answerMinutes: number;
            assignee: string | null;
            can: {
                close: true | {
                    no: string;
                };
            };
            conversation: {
                earlier: string | null;
                items: components["schemas"]["TicketMessage"][];
            };
            followers: {
                id: string;
                name: string;
            }[];
            followUpOf: {
                id: string;
                number: number;
            } | null;
            followUps: {
                id: string;
                number: number;
            }[];
            history: {
                by: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                happenedAt: string;
                id: string;
                name: string;
            }[];
            id: string;
            invoice: {
                id: string;
                number: string | null;
            } | null;
            /** @enum {string} */
            kind: "question" | "incident" | "request" | "complaint";
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "client" | "staff";
            messages: number;
            number: number;
            /** Format: date-time */
            openedAt: string;
            /** @enum {string} */
            priority: "emergency" | "high" | "normal" | "low";
            queue: {
                name: string;
                titles: {
                    en: string;
                    id: string;
                };
            };
            reopenUntil: string | null;
            requester: {
                id: string;
                name: string;
            };
            service: {
                id: string;
                label: string;
                names: {
                    en: string;
                    id: string;
                };
            } | null;
            settledAt: string | null;
            /** @enum {string} */
            status: "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            subject: string;
            unread: boolean;
            version: number;
            waitingSince: string | null;
        };
        TicketForm: {
            answerMinutes: {
                emergency: number;
                high: number;
                low: number;
                normal: number;
            };
            fileEndings: string[];
            maxFileBytes: number;
            queues: {
                name: string;
                titles: {
                    en: string;
                    id: string;
                };
            }[];
        };
        TicketItem: {
            id: string;
            /** @enum {string} */
            kind: "question" | "incident" | "request" | "complaint";
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "client" | "staff";
            messages: number;
            number: number;
            /** Format: date-time */
            openedAt: string;
            /** @enum {string} */
            priority: "emergency" | "high" | "normal" | "low";
            requester: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            status: "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            subject: string;
            unread: boolean;
        };
        TicketMessage: {
            author: {
                /** @enum {string} */
                kind: "client" | "staff";
                me: boolean;
                name: string;
            };
            files: {
                id: string;
                name: string;
                size: number;
                type: string;
            }[];
            html: string;
            id: string;
            /** Format: date-time */
            postedAt: string;
        };
        TicketQueue: {
            name: string;
            offered: boolean;
            position: number;
            titles: {
                en: string;
                id: string;
            };
            version: number;
        };
        Today: {
            clients: {
                joined: number;
            };
            mails: {
                failed: number;
            } | null;
            money: {
                overdueCount: number;
                transfers: number;
                unmatched: number;
            } | null;
            orders: {
                inProgress: number;
                pending: number;
            } | null;
            tasks: {
                failing: number;
                open: number;
            } | null;
            tickets: {
                mine: number;
                unassigned: number;
                waiting: number;
            } | null;
        };
        Transfer: {
            amount: {
                amount: number;
                currency: string;
            };
            bank: string;
            decidedAt: string | null;
            id: string;
            invoice: {
                id: string;
                number: string | null;
            };
            note: string;
            /** Format: date */
            paidOn: string;
            proof: string;
            reason: string | null;
            received: {
                amount: {
                    amount: number;
                    currency: string;
                };
                /** Format: date */
                on: string;
            } | null;
            /** Format: date-time */
            reportedAt: string;
            sender: string;
            /** @enum {string} */
            state: "reported" | "approved" | "rejected" | "withdrawn";
        };
        UnmatchedMoney: {
            amount: {
                amount: number;
                currency: string;
            };
            attempt: {
                amount: {
                    amount: number;
                    currency: string;
                };
                id: string;
                invoices: {
                    id: string;
                    number: string | null;
                }[];
            } | null;
            can: {
                allocate: true | {
                    no: string;
                };
                return: true | {
                    no: string;
                };
            };
            client: {
                id: string;
                name: string;
                slug: string;
            } | null;
            gateway: string;
            id: string;
            note: string | null;
            paidWith: string;
            /** Format: date-time */
            receivedAt: string;
            reference: string;
            resolution: ("invoice" | "credit" | "returned") | null;
            resolvedAt: string | null;
            resolvedBy: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            why: "unknown_attempt" | "other_amount" | "other_currency";
        };
        UpcomingRenewal: {
            amount: {
                amount: number;
                currency: string;
            };
            client: {
                id: string;
                name: string;
            };
            /** Format: date */
            from: string;
            /** Format: date */
            invoiceOn: string;
            names: {
                en: string;
                id: string;
            };
            serviceId: string;
        };
        Upload: {
            id: string;
            name: string;
            size: number;
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accent: string;
                        logo: string | null;
                        name: string;
                        radius: number;
                        /** Format: email */
                        supportEmail: string;
                        tagline: {
                            en: string;
                            id: string;
                        };
                        /** @enum {string} */
                        typeface: "inter" | "system";
                    };
                };
            };
        };
    };
    getCatalog: {
        parameters: {
            query?: {
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
        };
    };
    getCatalogProductsBySlug: {
        parameters: {
            query?: {
                currency?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreProduct"];
                };
            };
        };
    };
    getConsoleAgeing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ageing"];
                };
            };
        };
    };
    getConsoleAudit: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                from?: string;
                limit?: number;
                name?: string;
                organization?: string;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fact"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleAuditChain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChain"];
                };
            };
        };
    };
    getConsoleBillingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dunning: {
                            value: {
                                noticeDaysAfter: number[];
                                reminderDaysBefore: number[];
                                suspendAfterDays: number;
                                terminateAfterDays: number | null;
                            };
                            version: number;
                        };
                        invoicing: {
                            value: {
                                creditAutomatically: boolean;
                                digits: number;
                                dueDays: number;
                                invoiceNumber: string;
                                receiptNumber: string;
                                tax: {
                                    base: {
                                        denominator: number;
                                        numerator: number;
                                    };
                                    charged: boolean;
                                    inclusive: boolean;
                                    name: {
                                        en: string;
                                        id: string;
                                    };
                                    percent: number;
                                };
                            };
                            version: number;
                        };
                        seller: {
                            value: {
                                address: string;
                                email: "" | string;
                                name: string;
                                place: string;
                                signer: {
                                    name: string;
                                    role: string;
                                };
                                taxId: string;
                                transfer: {
                                    label: string;
                                    value: string;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
    };
    putConsoleBillingSettingsDunning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    noticeDaysAfter: number[];
                    reminderDaysBefore: number[];
                    suspendAfterDays: number;
                    terminateAfterDays: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: {
                            noticeDaysAfter: number[];
                            reminderDaysBefore: number[];
                            suspendAfterDays: number;
                            terminateAfterDays: number | null;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    putConsoleBillingSettingsInvoicing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    creditAutomatically: boolean;
                    digits: number;
                    dueDays: number;
                    invoiceNumber: string;
                    receiptNumber: string;
                    tax: {
                        base: {
                            denominator: number;
                            numerator: number;
                        };
                        charged: boolean;
                        inclusive: boolean;
                        name: {
                            en: string;
                            id: string;
                        };
                        percent: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: {
                            creditAutomatically: boolean;
                            digits: number;
                            dueDays: number;
                            invoiceNumber: string;
                            receiptNumber: string;
                            tax: {
                                base: {
                                    denominator: number;
                                    numerator: number;
                                };
                                charged: boolean;
                                inclusive: boolean;
                                name: {
                                    en: string;
                                    id: string;
                                };
                                percent: number;
                            };
                        };
                        version: number;
                    };
                };
            };
        };
    };
    putConsoleBillingSettingsSeller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    email: "" | string;
                    name: string;
                    place: string;
                    signer: {
                        name: string;
                        role: string;
                    };
                    taxId: string;
                    transfer: {
                        label: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: {
                            address: string;
                            email: "" | string;
                            name: string;
                            place: string;
                            signer: {
                                name: string;
                                role: string;
                            };
                            taxId: string;
                            transfer: {
                                label: string;
                                value: string;
                            }[];
                        };
                        version: number;
                    };
                };
            };
        };
    };
    getConsoleCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogTree"];
                };
            };
        };
    };
    postConsoleCatalogAddons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    description: {
                        en: string;
                        id: string;
                    };
                    name: {
                        en: string;
                        id: string;
                    };
                    position: number;
                    prices: {
                        currency: string;
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogAddon"];
                };
            };
        };
    };
    patchConsoleCatalogAddonsByAddon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                addon: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    description?: {
                        en: string;
                        id: string;
                    };
                    name?: {
                        en: string;
                        id: string;
                    };
                    position?: number;
                    prices?: {
                        currency: string;
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogAddon"];
                };
            };
        };
    };
    postConsoleCatalogGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: {
                        en: string;
                        id: string;
                    };
                    name: {
                        en: string;
                        id: string;
                    };
                    position: number;
                    slug: string;
                    visible: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogGroup"];
                };
            };
        };
    };
    patchConsoleCatalogGroupsByGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    description?: {
                        en: string;
                        id: string;
                    };
                    name?: {
                        en: string;
                        id: string;
                    };
                    position?: number;
                    slug?: string;
                    visible?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogGroup"];
                };
            };
        };
    };
    patchConsoleCatalogOptionsByOption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                option: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    choices?: {
                        code: string;
                        name: {
                            en: string;
                            id: string;
                        };
                        prices: {
                            currency: string;
                            /** @enum {string} */
                            cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                            recurring: number;
                            setup: number;
                        }[];
                    }[];
                    maximum?: number;
                    minimum?: number;
                    name?: {
                        en: string;
                        id: string;
                    };
                    position?: number;
                    required?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    patchConsoleCatalogPlansByPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    configuration?: {
                        [key: string]: unknown;
                    };
                    description?: {
                        en: string;
                        id: string;
                    };
                    existingClientsOnly?: boolean;
                    maximum?: number;
                    minimum?: number;
                    name?: {
                        en: string;
                        id: string;
                    };
                    position?: number;
                    prices?: {
                        currency: string;
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    postConsoleCatalogProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    configuration: {
                        [key: string]: unknown;
                    };
                    description: {
                        en: string;
                        id: string;
                    };
                    existingClientsOnly: boolean;
                    /** Format: uuid */
                    group: string;
                    name: {
                        en: string;
                        id: string;
                    };
                    position: number;
                    provisioner: string;
                    slug: string;
                    taxable: boolean;
                    trialDays: number;
                    visible: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    getConsoleCatalogProductsByProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    patchConsoleCatalogProductsByProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addons?: string[];
                    archived?: boolean;
                    configuration?: {
                        [key: string]: unknown;
                    };
                    description?: {
                        en: string;
                        id: string;
                    };
                    existingClientsOnly?: boolean;
                    /** Format: uuid */
                    group?: string;
                    name?: {
                        en: string;
                        id: string;
                    };
                    position?: number;
                    provisioner?: string;
                    slug?: string;
                    taxable?: boolean;
                    trialDays?: number;
                    visible?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    postConsoleCatalogProductsByProductOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    choices: {
                        code: string;
                        name: {
                            en: string;
                            id: string;
                        };
                        prices: {
                            currency: string;
                            /** @enum {string} */
                            cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                            recurring: number;
                            setup: number;
                        }[];
                    }[];
                    code: string;
                    /** @enum {string} */
                    kind: "select" | "quantity" | "text" | "checkbox";
                    maximum: number;
                    minimum: number;
                    name: {
                        en: string;
                        id: string;
                    };
                    position: number;
                    required: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    postConsoleCatalogProductsByProductPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    configuration: {
                        [key: string]: unknown;
                    };
                    description: {
                        en: string;
                        id: string;
                    };
                    existingClientsOnly: boolean;
                    maximum: number;
                    minimum: number;
                    name: {
                        en: string;
                        id: string;
                    };
                    position: number;
                    prices: {
                        currency: string;
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        recurring: number;
                        setup: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    postConsoleCatalogProductsByProductStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seen: number | null;
                    stock: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogProduct"];
                };
            };
        };
    };
    getConsoleClients: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Client"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleClientsByOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDetail"];
                };
            };
        };
    };
    patchConsoleClientsByOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    billingEmail?: string;
                    country?: string;
                    /** @enum {string} */
                    locale?: "id" | "en";
                    name?: string;
                    taxId?: string;
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    postConsoleClientsByOrganizationUploads: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
        };
    };
    getConsoleInvoices: {
        parameters: {
            query?: {
                after?: string;
                client?: string;
                from?: string;
                limit?: number;
                max?: number;
                min?: number;
                q?: string;
                service?: string;
                status?: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft" | "open";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffInvoiceItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency?: string;
                    dueOn?: string;
                    lines: {
                        description: {
                            en: string;
                            id: string;
                        };
                        quantity: number;
                        taxable: boolean;
                        unitPrice: number;
                    }[];
                    /** @default  */
                    notes?: "" | string;
                    /** Format: uuid */
                    organization: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvoice"];
                };
            };
        };
    };
    getConsoleInvoicesByInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvoice"];
                };
            };
        };
    };
    postConsoleInvoicesByInvoiceCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvoice"];
                };
            };
        };
    };
    getConsoleInvoicesByInvoiceDocument: {
        parameters: {
            query?: {
                lang?: "id" | "en";
            };
            header?: never;
            path: {
                invoice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConsoleInvoicesByInvoiceVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvoice"];
                };
            };
        };
    };
    postConsoleInvoicesPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    lines: {
                        quantity: number;
                        taxable: boolean;
                        unitPrice: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subtotal: number;
                        taxes: {
                            base: number;
                            label: {
                                en: string;
                                id: string;
                            };
                            share: string | null;
                            tax: number;
                        }[];
                        total: number;
                    };
                };
            };
        };
    };
    getConsoleKnowledgeArticles: {
        parameters: {
            query?: {
                after?: string;
                category?: string;
                changed?: "true";
                limit?: number;
                missing?: "id" | "en";
                q?: string;
                state?: "draft" | "published" | "archived";
                visibility?: "public" | "clients";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeArticleRow"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleKnowledgeArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    category: string;
                    /** @default 100 */
                    position?: number;
                    slug: string;
                    tags: string[];
                    texts: {
                        en: {
                            body: string;
                            shown: boolean;
                            title: string;
                        };
                        id: {
                            body: string;
                            shown: boolean;
                            title: string;
                        };
                    };
                    /** @enum {string} */
                    visibility: "public" | "clients";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    getConsoleKnowledgeArticlesByArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    deleteConsoleKnowledgeArticlesByArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchConsoleKnowledgeArticlesByArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    category?: string;
                    position?: number;
                    slug?: string;
                    tags?: string[];
                    texts?: {
                        en: {
                            body: string;
                            shown: boolean;
                            title: string;
                        };
                        id: {
                            body: string;
                            shown: boolean;
                            title: string;
                        };
                    };
                    /** @enum {string} */
                    visibility?: "public" | "clients";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    postConsoleKnowledgeArticlesByArticleArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    postConsoleKnowledgeArticlesByArticlePublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    postConsoleKnowledgeArticlesByArticleReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    postConsoleKnowledgeArticlesByArticleUnpublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    getConsoleKnowledgeArticlesByArticleVersionsByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeVersion"];
                };
            };
        };
    };
    postConsoleKnowledgeArticlesByArticleVersionsByNumberRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticleForStaff"];
                };
            };
        };
    };
    getConsoleKnowledgeCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeCategoryForStaff"][];
                    };
                };
            };
        };
    };
    putConsoleKnowledgeCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    categories: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeCategoryForStaff"][];
                    };
                };
            };
        };
    };
    postConsoleKnowledgeCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: {
                        en: string;
                        id: string;
                    };
                    icon: string | null;
                    name: {
                        en: string;
                        id: string;
                    };
                    slug: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeCategoryForStaff"][];
                    };
                };
            };
        };
    };
    deleteConsoleKnowledgeCategoriesByCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchConsoleKnowledgeCategoriesByCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: {
                        en: string;
                        id: string;
                    };
                    icon?: string | null;
                    name?: {
                        en: string;
                        id: string;
                    };
                    slug?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeCategoryForStaff"][];
                    };
                };
            };
        };
    };
    getConsoleKnowledgeInsights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeInsights"];
                };
            };
        };
    };
    postConsoleKnowledgeMissesForget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale: "id" | "en";
                    query: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConsoleKnowledgePreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contents: {
                            id: string;
                            level: number;
                            title: string;
                        }[];
                        html: string;
                    };
                };
            };
        };
    };
    getConsoleOrders: {
        parameters: {
            query?: {
                after?: string;
                client?: string;
                limit?: number;
                q?: string;
                status?: ("pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled") | "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffOrderItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleOrdersByOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrder"];
                };
            };
        };
    };
    postConsoleOrdersByOrderAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrder"];
                };
            };
        };
    };
    postConsoleOrdersByOrderCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrder"];
                };
            };
        };
    };
    getConsoleOutbox: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                q?: string;
                state?: "waiting" | "sent" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Mail"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleOutboxByMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDetail"];
                };
            };
        };
    };
    postConsoleOutboxByMailRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsolePaymentAttempts: {
        parameters: {
            query?: {
                after?: string;
                client?: string;
                limit?: number;
                q?: string;
                status?: "created" | "unknown" | "requires_action" | "processing" | "authorized" | "failed" | "expired" | "canceled" | "succeeded" | "refunded" | "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaymentAttemptItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsolePaymentAttemptsByAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPaymentAttempt"];
                };
            };
        };
    };
    postConsolePaymentAttemptsByAttemptCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPaymentAttempt"];
                };
            };
        };
    };
    postConsolePaymentAttemptsByAttemptCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPaymentAttempt"];
                };
            };
        };
    };
    getConsolePayments: {
        parameters: {
            query?: {
                after?: string;
                cause?: "gateway" | "automatic" | "transfer" | "unmatched" | "staff";
                client?: string;
                from?: string;
                limit?: number;
                q?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaymentItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsolePayments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    /** Format: uuid */
                    invoice: string;
                    method: string;
                    /** @default  */
                    note?: "" | string;
                    receivedOn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    getConsolePaymentsByPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    postConsolePaymentsByPaymentRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    postConsolePaymentsByPaymentTakeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    getConsoleProvisioningConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProvisioningConnection"][];
                    };
                };
            };
        };
    };
    postConsoleProvisioningConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    configuration: {
                        [key: string]: unknown;
                    };
                    name: string;
                    provisioner: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningConnection"];
                };
            };
        };
    };
    patchConsoleProvisioningConnectionsByConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    configuration?: {
                        [key: string]: unknown;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningConnection"];
                };
            };
        };
    };
    getConsoleProvisioningConnectionsByConnectionPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            description: string;
                            free: boolean;
                            id: string;
                            name: string;
                        }[] | null;
                    };
                };
            };
        };
    };
    getConsoleProvisioningDrivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            configurable: boolean;
                            label: {
                                en: string;
                                id: string;
                            };
                            name: string;
                            schema: {
                                [key: string]: unknown;
                            };
                            secretFields: string[];
                        }[];
                    };
                };
            };
        };
    };
    getConsoleProvisioningTasks: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "open" | "mine" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffTask"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleProvisioningTasksByTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTask"];
                };
            };
        };
    };
    postConsoleProvisioningTasksByTaskComplete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credentials?: {
                        [key: string]: string;
                    };
                    /** Format: uri */
                    dashboardUrl?: string;
                    note?: string;
                    shown?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTask"];
                };
            };
        };
    };
    postConsoleProvisioningTasksByTaskFail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTask"];
                };
            };
        };
    };
    postConsoleProvisioningTasksByTaskRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTask"];
                };
            };
        };
    };
    postConsoleProvisioningTasksByTaskTake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    over?: boolean;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTask"];
                };
            };
        };
    };
    getConsoleReceiptsByReceiptDocument: {
        parameters: {
            query?: {
                lang?: "id" | "en";
            };
            header?: never;
            path: {
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleSearch: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
        };
    };
    getConsoleServices: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                organization?: string;
                q?: string;
                status?: "current" | "active" | "pending" | "suspended" | "past_due" | "canceling" | "ended" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClientServiceItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getConsoleServicesByService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    postConsoleServicesByServiceActivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    postConsoleServicesByServiceCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    reason: "staff" | "abuse" | "non_payment";
                    /** @enum {string} */
                    when: "now" | "period_end";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    postConsoleServicesByServiceKeep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    postConsoleServicesByServiceLift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "non_payment" | "abuse" | "customer" | "manual" | "security";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    getConsoleServicesByServiceProvisioning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        instance: components["schemas"]["ProvisionedInstance"] | null;
                    };
                };
            };
        };
    };
    postConsoleServicesByServiceProvisioningMarkAsDone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConsoleServicesByServiceProvisioningRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConsoleServicesByServiceSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    reason: "manual" | "abuse" | "security";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientService"];
                };
            };
        };
    };
    getConsoleSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Setting"][];
                    };
                };
            };
        };
    };
    getConsoleSettingsByKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
        };
    };
    putConsoleSettingsByKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
        };
    };
    getConsoleStaff: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffMember"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    locale: "id" | "en";
                    name: string;
                    roles: ("administrator" | "finance" | "support" | "operations")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
        };
    };
    deleteConsoleStaffByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchConsoleStaffByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: ("administrator" | "finance" | "support" | "operations")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
        };
    };
    postConsoleTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: {
                        en: string;
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terms: components["schemas"]["Terms"] | null;
                    };
                };
            };
        };
    };
    getConsoleTicketQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TicketQueue"][];
                    };
                };
            };
        };
    };
    putConsoleTicketQueuesByQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offered: boolean;
                    position: number;
                    titles: {
                        en: string;
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TicketQueue"][];
                    };
                };
            };
        };
    };
    getConsoleTickets: {
        parameters: {
            query?: {
                after?: string;
                assignee?: "me" | "none" | string;
                invoice?: string;
                kind?: "question" | "incident" | "request" | "complaint";
                limit?: number;
                organization?: string;
                priority?: "emergency" | "high" | "normal" | "low";
                q?: string;
                queue?: string;
                service?: string;
                sort?: "recent" | "waiting";
                status?: "active" | "settled" | "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClientTicketItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: string[];
                    invoiceId?: string | null;
                    /**
                     * @default question
                     * @enum {string}
                     */
                    kind?: "question" | "incident" | "request" | "complaint";
                    /** Format: uuid */
                    organizationId: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "emergency" | "high" | "normal" | "low";
                    queue?: string;
                    /** Format: uuid */
                    requesterId: string;
                    serviceId?: string | null;
                    /**
                     * @default open
                     * @enum {string}
                     */
                    status?: "open" | "waiting_customer";
                    subject: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: number;
                    };
                };
            };
        };
    };
    getConsoleTicketsByTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientTicket"];
                };
            };
        };
    };
    patchConsoleTicketsByTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assigneeId?: string | null;
                    invoiceId?: string | null;
                    /** @enum {string} */
                    kind?: "question" | "incident" | "request" | "complaint";
                    /** @enum {string} */
                    priority?: "emergency" | "high" | "normal" | "low";
                    queue?: string;
                    serviceId?: string | null;
                    /** @enum {string} */
                    status?: "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleTicketsByTicketFilesByFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleTicketsByTicketMessages: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        earlier: string | null;
                        items: components["schemas"]["ClientTicketMessage"][];
                    };
                };
            };
        };
    };
    postConsoleTicketsByTicketMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: string[];
                    /** Format: uuid */
                    seen?: string;
                    /**
                     * @default waiting_customer
                     * @enum {string}
                     */
                    status?: "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                    };
                };
            };
        };
    };
    postConsoleTicketsByTicketNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                    };
                };
            };
        };
    };
    putConsoleTicketsByTicketRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleTicketsAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    getConsoleTicketsForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketForm"];
                };
            };
        };
    };
    getConsoleTicketsWorkload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportWorkload"];
                };
            };
        };
    };
    getConsoleToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
        };
    };
    getConsoleTransfers: {
        parameters: {
            query?: {
                after?: string;
                client?: string;
                limit?: number;
                q?: string;
                state?: "reported" | "approved" | "rejected" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffTransfer"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleTransfersByTransferApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    receivedOn: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConsoleTransfersByTransferReject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleUnmatchedMoney: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                state?: "waiting" | "resolved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnmatchedMoney"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConsoleUnmatchedMoneyByUnmatchedResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unmatched: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    invoice: string;
                    /** @default  */
                    note?: "" | string;
                    /** @enum {string} */
                    to: "invoice";
                } | {
                    /** @default  */
                    note?: "" | string;
                    /** Format: uuid */
                    organization: string;
                    /** @enum {string} */
                    to: "credit";
                } | {
                    note: string;
                    /** @enum {string} */
                    to: "returned";
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsoleUpcomingRenewals: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UpcomingRenewal"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "finance" | "technical" | "member";
                        slug: string;
                    };
                };
            };
        };
    };
    getKnowledgeByLocale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeShelves"];
                };
            };
        };
    };
    getKnowledgeByLocaleArticlesByArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticle"];
                };
            };
        };
    };
    putKnowledgeByLocaleArticlesByArticleFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    comment?: string;
                    helpful: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postKnowledgeByLocaleArticlesByArticleOpenings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    from: "browse" | "search" | "ticket";
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getKnowledgeByLocaleCategoriesByCategory: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                category: string;
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeCategory"];
                };
            };
        };
    };
    getKnowledgeByLocaleSearch: {
        parameters: {
            query?: {
                category?: string;
                q?: string;
            };
            header?: never;
            path: {
                locale: "id" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeFound"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    dateStyle?: "auto" | "iso";
                    /** @enum {string} */
                    locale?: "id" | "en";
                    name?: string;
                    /** @enum {string} */
                    theme?: "system" | "light" | "dark";
                    timeZone?: string;
                    /** @enum {string} */
                    tone?: "short" | "personal";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    putMeKnowledgeAskingsByAsking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asking: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    opened: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMeKnowledgeSuggestions: {
        parameters: {
            query: {
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeSuggestions"];
                };
            };
        };
    };
    getMeMessagePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessagePreference"][];
                    };
                };
            };
        };
    };
    putMeMessagePreferencesByTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "email" | "in_app";
                    wanted: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessagePreference"][];
                    };
                };
            };
        };
    };
    getMeNotices: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next: string | null;
                        unread: number;
                    };
                };
            };
        };
    };
    putMeNoticesRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignedInDevice"][];
                    };
                };
            };
        };
    };
    deleteMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteMeSessionsBySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postOrderStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    number: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatus"];
                };
            };
        };
    };
    postOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    country: string;
                    currency: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    getOrganizationsByOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    patchOrganizationsByOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    billingEmail?: string;
                    country?: string;
                    /** @enum {string} */
                    locale?: "id" | "en";
                    name?: string;
                    taxId?: string;
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    getOrganizationsActivity: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                from?: string;
                limit?: number;
                name?: string;
                subject?: string;
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fact"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getOrganizationsBalance: {
        parameters: {
            query: {
                currency?: string;
                on: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        credit: number;
                        currency: string;
                        /** Format: date */
                        on: string;
                        owed: number;
                    };
                };
            };
        };
    };
    getOrganizationsBillingSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSummary"];
                };
            };
        };
    };
    getOrganizationsCredit: {
        parameters: {
            query?: {
                after?: string;
                currency?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credit"];
                };
            };
        };
    };
    getOrganizationsDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    getOrganizationsInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
        };
    };
    postOrganizationsInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "finance" | "technical" | "member";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
        };
    };
    deleteOrganizationsInvitationsByInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsInvoices: {
        parameters: {
            query?: {
                after?: string;
                from?: string;
                limit?: number;
                max?: number;
                min?: number;
                q?: string;
                service?: string;
                status?: "due" | "overdue" | "pending" | "paid" | "void" | "written_off" | "draft" | "open";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InvoiceItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getOrganizationsInvoicesByInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    postOrganizationsInvoicesByInvoiceCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: {
                            amount: number;
                            currency: string;
                        };
                        balance: {
                            amount: number;
                            currency: string;
                        };
                    };
                };
            };
        };
    };
    getOrganizationsInvoicesByInvoiceDocument: {
        parameters: {
            query?: {
                lang?: "id" | "en";
            };
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsInvoicesByInvoicePaymentOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentOptions"];
                };
            };
        };
    };
    postOrganizationsInvoicesByInvoicePayments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gateway: string;
                    method: string;
                    /** @default false */
                    save?: boolean;
                } | {
                    /** Format: uuid */
                    savedMethod: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempt"];
                };
            };
        };
    };
    postOrganizationsInvoicesByInvoiceTransfers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    bank: string;
                    /** @default  */
                    note?: "" | string;
                    paidOn: string;
                    /** @default  */
                    proof?: "" | string;
                    sender: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentOptions"];
                };
            };
        };
    };
    getOrganizationsMembers: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    deleteOrganizationsMembersByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchOrganizationsMembersByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "finance" | "technical" | "member";
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsOrders: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                q?: string;
                status?: ("pending_payment" | "paid" | "in_progress" | "failed" | "fulfilled" | "canceled") | "open";
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrderItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postOrganizationsOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expectedTotal: number;
                    items: {
                        addons: string[];
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        options: {
                            [key: string]: string | number | boolean;
                        };
                        /** Format: uuid */
                        plan: string;
                        quantity: number;
                    }[];
                    termsVersion: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedOrder"];
                };
            };
        };
    };
    getOrganizationsOrdersByOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    postOrganizationsOrdersByOrderCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    postOrganizationsOrdersQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        addons: string[];
                        /** @enum {string} */
                        cycle: "monthly" | "quarterly" | "semiannual" | "annual" | "biennial" | "triennial" | "one_time";
                        options: {
                            [key: string]: string | number | boolean;
                        };
                        /** Format: uuid */
                        plan: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderQuote"];
                };
            };
        };
    };
    getOrganizationsPaymentAttemptsByAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempt"];
                };
            };
        };
    };
    postOrganizationsPaymentAttemptsByAttemptCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempt"];
                };
            };
        };
    };
    postOrganizationsPaymentAttemptsByAttemptCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempt"];
                };
            };
        };
    };
    getOrganizationsPaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addable: {
                            can: {
                                pay: true | {
                                    no: string;
                                };
                            };
                            canSave: boolean;
                            /** @enum {string} */
                            flow: "redirect" | "push";
                            gateway: string;
                            id: string;
                            /** @enum {string} */
                            kind: "card" | "virtual_account" | "qris" | "ewallet" | "convenience_store" | "crypto" | "hosted";
                            label: {
                                en: string;
                                id: string;
                            };
                        }[];
                        automatic: boolean;
                        items: components["schemas"]["SavedMethod"][];
                    };
                };
            };
        };
    };
    postOrganizationsPaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gateway: string;
                    method: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempt"];
                };
            };
        };
    };
    deleteOrganizationsPaymentMethodsByMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postOrganizationsPaymentMethodsByMethodMakeDefault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method: string;
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsReceiptsByReceiptDocument: {
        parameters: {
            query?: {
                lang?: "id" | "en";
            };
            header?: never;
            path: {
                organization: string;
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsSearch: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
        };
    };
    getOrganizationsServices: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                q?: string;
                status?: "current" | "active" | "pending" | "suspended" | "past_due" | "canceling" | "ended" | "all";
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ServiceItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getOrganizationsServicesSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicesSummary"];
                };
            };
        };
    };
    getOrganizationsServicesByService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    patchOrganizationsServicesByService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    postOrganizationsServicesByServiceCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    reason: "too_expensive" | "missing_features" | "low_quality" | "customer_service" | "too_complex" | "unused" | "switched_service" | "other";
                    /** @enum {string} */
                    when: "now" | "period_end";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    getOrganizationsServicesByServiceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCredentials"];
                };
            };
        };
    };
    postOrganizationsServicesByServiceKeep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    postOrganizationsServicesByServiceResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    getOrganizationsServicesByServiceSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceSetup"];
                };
            };
        };
    };
    postOrganizationsServicesByServiceSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
        };
    };
    getOrganizationsStatement: {
        parameters: {
            query?: {
                after?: string;
                currency?: string;
                from?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
        };
    };
    getOrganizationsStatementFile: {
        parameters: {
            query?: {
                currency?: string;
                from?: string;
                lang?: "id" | "en";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
        };
    };
    getOrganizationsStoreBySlug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreProduct"];
                };
            };
        };
    };
    getOrganizationsTickets: {
        parameters: {
            query?: {
                after?: string;
                invoice?: string;
                kind?: "question" | "incident" | "request" | "complaint";
                limit?: number;
                priority?: "emergency" | "high" | "normal" | "low";
                q?: string;
                service?: string;
                status?: "active" | "settled" | "new" | "open" | "waiting_customer" | "on_hold" | "resolved" | "closed";
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TicketItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postOrganizationsTickets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: string[];
                    invoiceId?: string | null;
                    /**
                     * @default question
                     * @enum {string}
                     */
                    kind?: "question" | "incident" | "request" | "complaint";
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "emergency" | "high" | "normal" | "low";
                    queue?: string;
                    serviceId?: string | null;
                    subject: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: number;
                    };
                };
            };
        };
    };
    getOrganizationsTicketsByTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
        };
    };
    postOrganizationsTicketsByTicketClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsTicketsByTicketFilesByFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putOrganizationsTicketsByTicketFollowersByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                person: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteOrganizationsTicketsByTicketFollowersByPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                person: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsTicketsByTicketMessages: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path: {
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        earlier: string | null;
                        items: components["schemas"]["TicketMessage"][];
                    };
                };
            };
        };
    };
    postOrganizationsTicketsByTicketMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                        opened: {
                            id: string;
                            number: number;
                        } | null;
                    };
                };
            };
        };
    };
    putOrganizationsTicketsByTicketRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsTicketsForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketForm"];
                };
            };
        };
    };
    getOrganizationsTicketsSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportSummary"];
                };
            };
        };
    };
    postOrganizationsTransfersByTransferWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                transfer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrganizationsUpcomingRenewals: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UpcomingRenewal"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postOrganizationsUploads: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                organization: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
        };
    };
    putPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    locale: "id" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    locale: "id" | "en";
                    name: string;
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    locale: "id" | "en";
                    name: string;
                    password: string;
                    timeZone: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTerms: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terms: components["schemas"]["Terms"] | null;
                    };
                };
            };
        };
    };
    postUnsubscribeByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postWebhooksPaymentsByGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gateway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
